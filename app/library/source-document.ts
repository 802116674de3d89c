import { z } from "zod";

/** A document that a lesson or a question rests on. */
export const sourceDocument = z.strictObject({
  publisher: z.string().min(1),
  title: z.string().min(1),
  /** YYYY, YYYY-MM or YYYY-MM-DD; left out when the document has no date. */
  date: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, "write YYYY, YYYY-MM or YYYY-MM-DD")
    .optional(),
  /** Only the publisher's own site. */
  url: z.url({ protocol: /^https?$/ }).optional(),
  /** What an editor still has to check; shown to trainers only. */
  review: z.string().optional(),
});

export type SourceDocument = z.infer<typeof sourceDocument>;
