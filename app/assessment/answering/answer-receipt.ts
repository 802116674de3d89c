import type { AnswerFields } from "../response.ts";

/** A moment of the server's clock, in milliseconds, which the server recognises by its token. */
export type SignedTime = { token: string; at: number };

/** An answer that was given in another window. `at` is when, by the server's clock. */
export type OtherAnswer = { at: string; words: string[]; fields: AnswerFields };

/**
 * What the server says to an answer. saved: it counts; `other` is one from another window that this page had not seen,
 * which it replaces. older: another window has given a newer one, `other`, which counts. unfinished: not a whole answer
 * yet, nothing is wrong.
 */
export type AnswerReceipt = { time: SignedTime } & (
  | { outcome: "unfinished" }
  | { outcome: "saved"; revision: number; other: OtherAnswer | null; own: string[] }
  | { outcome: "older"; revision: number; other: OtherAnswer; own: string[] }
);
