import { recoverable, type Thing } from "./answers.ts";

/** In the order of the plan; those that change something come after safety and evidence. */
export const phases = ["safety", "prepare", "leave", "mail", "accounts", "shared", "after"] as const;

export type Phase = (typeof phases)[number];

/** Why a step is taken, with the facts of the course "digital-safety" that it rests on; the rest is practice. */
export const reasons = {
  dangerous: ["F61"],
  wishes: ["F72"],
  watched: ["F62"],
  lockOut: ["F61"],
  ordinary: ["F62"],
  codes: [],
  resets: [],
  evidence: ["F67"],
  inside: [],
  browser: [],
  sudden: ["F63"],
  removal: ["F61"],
  pin: ["F61"],
  wipe: [],
  shows: [],
  again: [],
  door: [],
  phishing: ["F66"],
  first: [],
  oldDoors: [],
  visible: ["F64"],
  contract: [],
  care: ["F10"],
  bothHomes: [],
  tells: [],
  knows: [],
} as const satisfies Record<string, string[]>;

export type Reason = keyof typeof reasons;

/** When a step is needed. All that is named has to be so; of `things`, one. */
export type Condition = {
  things?: readonly Thing[];
  /** The other person may know passwords, may hold a device, or one of both. */
  reach?: "passwords" | "device" | "either";
  isNotNow?: true;
  isWithoutEmail?: true;
};

export type Step = { id: string; phase: Phase; reasons: Reason[]; when?: Condition };

/** Every step in the order in which it is taken: that of the lessons on safety and on accounts. */
export const steps: Step[] = [
  { id: "plan", phase: "safety", reasons: ["dangerous", "wishes"] },
  { id: "device", phase: "safety", reasons: ["watched"] },
  { id: "time", phase: "safety", reasons: ["lockOut"] },

  { id: "inventory", phase: "prepare", reasons: ["ordinary"] },
  { id: "codes", phase: "prepare", reasons: ["codes"] },
  {
    id: "whichMail",
    phase: "prepare",
    reasons: ["resets"],
    when: { things: recoverable, isWithoutEmail: true },
  },
  { id: "evidence", phase: "prepare", reasons: ["evidence", "inside"] },
  { id: "backup", phase: "prepare", reasons: ["codes"] },
  { id: "manager", phase: "prepare", reasons: ["browser"], when: { reach: "passwords" } },
  { id: "photos", phase: "prepare", reasons: ["shows"], when: { things: ["shared"] } },
  { id: "next", phase: "prepare", reasons: ["wishes"], when: { isNotNow: true } },

  { id: "leaveAll", phase: "leave", reasons: ["lockOut"], when: { isNotNow: true } },
  { id: "leavePhone", phase: "leave", reasons: ["sudden"], when: { reach: "device" } },
  { id: "leaveSoftware", phase: "leave", reasons: ["removal"], when: { reach: "device" } },
  { id: "leavePin", phase: "leave", reasons: ["pin"], when: { reach: "either" } },
  { id: "leaveWipe", phase: "leave", reasons: ["wipe"], when: { reach: "device" } },
  { id: "leaveShared", phase: "leave", reasons: ["shows"], when: { things: ["shared", "children"] } },

  { id: "mailPassword", phase: "mail", reasons: ["resets"], when: { things: ["email"] } },
  { id: "mailRecovery", phase: "mail", reasons: ["again"], when: { things: ["email"] } },
  { id: "mailSessions", phase: "mail", reasons: ["door"], when: { things: ["email"] } },
  { id: "mailSecond", phase: "mail", reasons: ["phishing", "codes"], when: { things: ["email"] } },

  { id: "bank", phase: "accounts", reasons: ["first"], when: { things: ["bank"] } },
  { id: "phoneAccount", phase: "accounts", reasons: ["door"], when: { things: ["phoneAccount"] } },
  { id: "messengers", phase: "accounts", reasons: ["door"], when: { things: ["messengers"] } },
  { id: "social", phase: "accounts", reasons: ["first"], when: { things: ["social"] } },
  {
    id: "newPhone",
    phase: "accounts",
    reasons: ["oldDoors"],
    when: { things: ["phoneAccount"], reach: "device" },
  },

  {
    id: "sharing",
    phase: "shared",
    reasons: ["ordinary", "visible"],
    when: { things: ["phoneAccount", "shared"] },
  },
  { id: "contract", phase: "shared", reasons: ["contract", "shows"], when: { things: ["shared"] } },
  { id: "home", phase: "shared", reasons: ["ordinary", "care"], when: { things: ["home"] } },
  { id: "car", phase: "shared", reasons: ["ordinary"], when: { things: ["car"] } },
  { id: "children", phase: "shared", reasons: ["bothHomes"], when: { things: ["children"] } },

  { id: "log", phase: "after", reasons: ["tells"] },
  { id: "again", phase: "after", reasons: ["knows"] },
];

/** Facts of all reasons, each once, in the order in which the whole plan names them. */
export const planFacts = [
  ...new Set(steps.flatMap((step) => step.reasons.flatMap((reason) => reasons[reason] as readonly string[]))),
];
