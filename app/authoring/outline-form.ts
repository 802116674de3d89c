import { z } from "zod";

import { listField, numberField } from "#app/assessment/quiz-fields.ts";
import { assignmentRules } from "#app/library/course-format.ts";

import { titlesForm } from "./titles-form.ts";

/** What trainers do with the outline of a draft. */

export const minutesField = numberField(
  { least: 1, most: 1000, empty: null },
  "authoring.minutesWrong",
).transform((given, context) => {
  if (given !== null) return given;
  context.addIssue({ code: "custom", message: "authoring.minutesWrong" });
  return z.NEVER;
});

export function newLessonForm(languages: readonly string[]) {
  return z.object({ minutes: minutesField }).and(titlesForm(languages));
}

/** An activity of the draft, and where it goes; `place` counts from 0. */
export const moveForm = z.object({
  activity: z.string(),
  place: z.union([z.enum(["up", "down"]), z.coerce.number().int().min(0)]),
});

/** An activity's titles and rules; `basis` names what it said when the form was made. */
export function stepForm(languages: readonly string[]) {
  return z
    .object({
      basis: z.string(),
      minutes: minutesField,
      required: z
        .literal("yes")
        .optional()
        .transform((value) => value === "yes"),
      after: listField,
      /** Of an assignment. */
      complete: z.enum(assignmentRules).optional(),
    })
    .and(titlesForm(languages));
}

export type StepForm = z.infer<ReturnType<typeof stepForm>>;
