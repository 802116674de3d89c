import { z } from "zod";

/** Publishing a draft; `publication` becomes the id of the version, so that a form sent twice publishes once. */
export const draftPublicationForm = z.object({
  publication: z.uuid(),
  learners: z.enum(["stay", "move"]).default("stay"),
  /** Published though something should be looked at. */
  anyway: z.enum(["yes"]).optional(),
});

export type DraftPublicationForm = z.infer<typeof draftPublicationForm>;

/** Twice what a lesson may weigh when it is published, so that one that has grown too large can still be kept. */
const maxLessonText = 600_000;

/** A lesson as it was written; `basis` names the text that it was written on, empty for a new one. */
export const lessonForm = z.object({
  text: z.string().max(maxLessonText, "drafts.textTooLong").transform(withPlainEnds),
  basis: z.string().transform((basis) => basis || null),
});

/** Browsers send lines that end as those of Windows. */
function withPlainEnds(text: string): string {
  return text.replace(/\r\n/g, "\n");
}
