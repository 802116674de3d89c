import type { AnswerReceipt, SignedTime } from "./answer-receipt.ts";

/**
 * What became of an answer that was sent. waiting: nobody knows, or not now; signed-out: not as who she is signed in
 * as; refused: never, for the reason in the sentence.
 */
export type Delivery =
  | { kind: "received"; receipt: AnswerReceipt }
  | { kind: "waiting" | "signed-out" }
  | { kind: "refused"; sentence: string };

export async function postAnswer(address: string, body: string): Promise<Delivery> {
  try {
    const response = await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body,
      redirect: "error",
    });
    const answer = (await response.json()) as Partial<AnswerReceipt> & { sentence?: unknown };
    if (response.ok && answer.outcome) return { kind: "received", receipt: answer as AnswerReceipt };
    // Somebody else's attempt is not there: another person is signed in now.
    if (response.status === 401 || response.status === 404) return { kind: "signed-out" };
    if (response.status === 409 && typeof answer.sentence === "string") {
      return { kind: "refused", sentence: answer.sentence };
    }
    return { kind: "waiting" };
  } catch {
    return { kind: "waiting" };
  }
}

/** How it stands with an answer at the server: for a page that comes back into view. */
export type AnswerStanding = {
  time: SignedTime;
  revision: number;
  /** Of which page it is, and when it was given; null without an answer, or of one without JavaScript. */
  page: string | null;
  at: string | null;
  deadlineAt: string | null;
  isSubmitted: boolean;
};

/** Null when nobody answers. */
export async function askStanding(address: string): Promise<AnswerStanding | null> {
  try {
    const response = await fetch(address, { redirect: "error" });
    return response.ok ? ((await response.json()) as AnswerStanding) : null;
  } catch {
    return null;
  }
}
