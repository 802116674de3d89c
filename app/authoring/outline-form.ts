import { z } from "zod";

import { listField, numberField } from "#app/assessment/quiz-fields.ts";

import type { Activity } from "#app/library/course-format.ts";

import { addressField, dayFields, kindFields, type StepMedia } from "./step-rule-form.ts";
import { titlesForm } from "./titles-form.ts";

/** What trainers do with the outline of a draft. */

const minutes = numberField({ least: 1, most: 1000, empty: null }, "authoring.minutesWrong").transform(
  (given, context) => {
    if (given !== null) return given;
    context.addIssue({ code: "custom", message: "authoring.minutesWrong" });
    return z.NEVER;
  },
);

export function newLessonForm(languages: readonly string[]) {
  return z.object({ minutes }).and(titlesForm(languages));
}

/** An activity of the draft, and where it goes; `place` counts from 0. */
export const moveForm = z.object({
  activity: z.string(),
  place: z.union([z.enum(["up", "down"]), z.coerce.number().int().min(0)]),
});

/** The address of a page elsewhere, to become an activity. */
export const newLinkForm = z.object({ address: addressField });

/** An activity's titles and rules; `basis` names what it said when the form was made. */
export function stepForm(languages: readonly string[], kind: Activity["kind"], media: StepMedia) {
  return z
    .object({
      basis: z.string(),
      minutes,
      required: z
        .literal("yes")
        .optional()
        .transform((value) => value === "yes"),
      after: listField,
      ...dayFields,
    })
    .and(kindFields(kind, languages, media))
    .and(titlesForm(languages));
}

export type StepForm = z.infer<ReturnType<typeof stepForm>>;
