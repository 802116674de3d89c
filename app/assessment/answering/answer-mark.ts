import { z } from "zod";

/**
 * What a page says of an answer beside the answer: `key` makes sending it twice harmless; `change` rises with every
 * change on that page, for requests overtake each other on a slow line; `signedTime` and `elapsed` (milliseconds since
 * the page got it) tell when it was given by the server's clock; `revision` is the version that the page showed before.
 * The form's fields have the same names.
 */
export type AnswerMark = {
  key: string;
  page: string;
  change: number;
  signedTime: string;
  elapsed: number;
  revision: number;
};

const name = z.string().min(1).max(64);
const count = z.coerce.number().int().nonnegative().max(2_147_483_647);

const answerMark = z.object({
  key: name,
  page: name,
  change: count,
  signedTime: z.string().min(1).max(200),
  elapsed: z.coerce.number().nonnegative().finite(),
  revision: count,
});

/** Null without JavaScript: nobody can tell when such an answer was given. */
export function answerMarkOf(fields: Record<string, unknown>): AnswerMark | null {
  return answerMark.safeParse(fields).data ?? null;
}

/** The version that a page without JavaScript showed. */
export function shownRevisionOf(fields: Record<string, unknown>): number | null {
  return count.safeParse(fields.revision).data ?? null;
}
