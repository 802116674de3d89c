import { z } from "zod";

/**
 * Where an answer stands among those that one page has sent: `change` rises with every change on it. Requests overtake
 * each other on a slow line; by this the server knows which of two is the older.
 */
export type AnswerOrder = { page: string; change: number };

const answerOrder = z.object({
  page: z.string().min(1).max(64),
  change: z.coerce.number().int().positive().max(2_147_483_647),
});

/** Names of the form fields are those of the order's parts. Null without JavaScript: such a page sends one at a time. */
export function answerOrderOf(fields: Record<string, unknown>): AnswerOrder | null {
  return answerOrder.safeParse(fields).data ?? null;
}
