import { z } from "zod";

import { listField, numberField } from "#app/assessment/quiz-fields.ts";
import { assignmentRules } from "#app/library/course-format.ts";
import type { FormErrors } from "#app/platform/form-fields.ts";

import type { Activity } from "#app/library/course-format.ts";

import { addressField, dayFields, kindFields, type StepMedia } from "./step-rule-form.ts";
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
  place: z.union([z.enum(["up", "down", "in", "out"]), z.coerce.number().int().min(0)]),
});

/** A section, and where it goes; `place` counts from 0 the sections and the activities outside of them. */
export const sectionMoveForm = z.object({
  section: z.string(),
  place: z.union([z.enum(["up", "down"]), z.coerce.number().int().min(0)]),
});

/** An activity, and the section that it goes into. */
export const intoSectionForm = z.object({
  activity: z.string(),
  section: z.string(),
  end: z.enum(["first", "last"]),
});

/** A new section with what stands in it. */
export function newSectionForm(languages: readonly string[]) {
  return z.object({ steps: listField }).and(titlesForm(languages));
}
/** The address of a page elsewhere, to become an activity. */
export const newLinkForm = z.object({ address: addressField });

/** An activity's titles and rules; `basis` names what it said when the form was made. */
export function stepForm(languages: readonly string[], kind: Activity["kind"], media: StepMedia) {
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
      ...dayFields,
    })
    .and(kindFields(kind, languages, media))
    .and(titlesForm(languages));
}

export type StepForm = z.infer<ReturnType<typeof stepForm>>;

/** What a form of the outline came to: its faults, or what was done with it. */
export type OutlineOutcome =
  | { errors: FormErrors; typed: Record<string, string> }
  | { done: string; activity?: string; section?: string }
  /** A new activity whose titles and rules come next. */
  | { begun: string };
