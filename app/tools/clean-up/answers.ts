export const things = [
  "email",
  "bank",
  "phoneAccount",
  "messengers",
  "social",
  "shared",
  "home",
  "car",
  "children",
] as const;

export type Thing = (typeof things)[number];

/** Accounts for which a new password can be asked by e-mail. */
export const recoverable = ["bank", "phoneAccount", "messengers", "social"] as const satisfies Thing[];

export const questions = ["passwords", "device", "now"] as const;

const replies = ["yes", "no", "unsure"] as const;

type Reply = (typeof replies)[number];

export type Answers = {
  things: Thing[];
  /** May the other person know passwords? */
  passwords: Reply;
  /** Does the other person hold a device, or look through hers? */
  device: Reply;
  /** Is it safe to change something now? */
  now: Reply;
};

export const noAnswers: Answers = { things: [], passwords: "unsure", device: "unsure", now: "unsure" };

/** What is chosen in the planner's form. What was not answered is not sure. */
export function readAnswers(form: FormData): Answers {
  const reply = (name: string) => replies.find((value) => value === form.get(name)) ?? "unsure";
  const chosen = form.getAll("things[]");
  return {
    things: things.filter((thing) => chosen.includes(thing)),
    passwords: reply("passwords"),
    device: reply("device"),
    now: reply("now"),
  };
}

export const replyOptions = replies;
