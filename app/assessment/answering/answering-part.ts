import type { SignedTime } from "./answer-receipt.ts";

/** What the pages of an open attempt need to save its answers. `sealKey` stays in the page's memory. */
export type AnsweringPart = {
  attemptId: string;
  /** Base64url. */
  sealKey: string;
  time: SignedTime;
  deadlineAt: string | null;
};
