import { z } from "zod";

/** YYYY, YYYY-MM or YYYY-MM-DD: as exactly as it is known. */
export const partialDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, "write YYYY, YYYY-MM or YYYY-MM-DD");

/** A document that a lesson or a question rests on. */
export const sourceDocument = z.strictObject({
  publisher: z.string().min(1),
  title: z.string().min(1),
  /** Left out when the document has no date. */
  date: partialDate.optional(),
  /** Only the publisher's own site. */
  url: z.url({ protocol: /^https?$/ }).optional(),
  /** What an editor still has to check; shown to trainers only. */
  review: z.string().optional(),
});

export type SourceDocument = z.infer<typeof sourceDocument>;
