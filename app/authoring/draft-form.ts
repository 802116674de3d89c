import { z } from "zod";

import { timeField } from "#app/assessment/quiz-fields.ts";
import { after, clock, days } from "#app/platform/clock.ts";
import type { MessageKey } from "#app/platform/i18n.tsx";

/** How far ahead something can be planned. */
const furthest = days(366);

/** What becomes of learners under way on earlier versions. */
const moveFields = {
  learners: z.enum(["stay", "offer", "move", "require"]).default("stay"),
  /** The day of "require". */
  moveAt: timeField,
};

const publication = {
  /** Becomes the id of the version, so that a form sent twice publishes once. */
  publication: z.uuid(),
  ...moveFields,
  /** Published though something should be looked at. */
  anyway: z.enum(["yes"]).optional(),
};

export const versionMoveForm = z.object(moveFields).superRefine(withDay);

export const draftPublicationForm = z.object(publication).superRefine(withDay);

/** Publishing a draft at a time that is still to come. */
export const publicationPlanForm = z
  .object({ ...publication, publishAt: timeField })
  .superRefine((form, context) => {
    const faults = timeFault(form.publishAt, clock.now());
    if (faults) context.addIssue({ code: "custom", path: ["publishAt"], message: faults });
    withDay(form, context);
  });

/** Complains about a day on which learners are to be moved that is missing, past, or before the publication. */
function withDay(
  form: { learners: string; moveAt: Date | null; publishAt?: Date | null },
  context: z.RefinementCtx,
): void {
  if (form.learners !== "require") return;
  const fault = timeFault(form.moveAt, form.publishAt ?? clock.now());
  if (fault) context.addIssue({ code: "custom", path: ["moveAt"], message: fault });
}

function timeFault(time: Date | null, earliest: Date): MessageKey | null {
  if (!time) return "publishing.timeMissing";
  if (time <= earliest) return "publishing.timePast";
  return time > after(furthest) ? "publishing.timeFar" : null;
}

export type DraftPublicationForm = Pick<
  z.infer<typeof draftPublicationForm>,
  "publication" | "learners" | "anyway"
> & {
  moveAt?: Date | null;
};

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
