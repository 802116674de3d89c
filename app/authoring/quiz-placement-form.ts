import { z } from "zod";

import { checkboxField, listField, numberField } from "#app/assessment/quiz-fields.ts";

import { titlesForm } from "./titles-form.ts";

/** Made with the form: whoever sends it twice publishes once. */
const publication = z.uuid("authoring.formDamaged");
const learners = z.enum(["stay", "move"], "authoring.learnersMissing");

/** A new quiz: what it is called and what it is for. */
export function newQuizForm(languages: readonly string[]) {
  return z
    .object({ id: publication, mode: z.enum(["practice", "test"], "quizzes.modeMissing") })
    .and(titlesForm(languages));
}

/** The place of a quiz in the outline of a course. */
export function placementForm(languages: readonly string[]) {
  return z
    .object({
      publication,
      minutes: numberField({ least: 1, most: 1000, empty: null }, "authoring.minutesWrong").refine(
        (minutes) => minutes !== null,
        "authoring.minutesWrong",
      ),
      required: checkboxField,
      /** The activity that it follows; empty for the first place. */
      place: z.string().default(""),
      after: listField,
      learners,
    })
    .and(titlesForm(languages));
}

export const withdrawalForm = z.object({ publication, learners });

export type PlacementForm = z.infer<ReturnType<typeof placementForm>>;
export type WithdrawalForm = z.infer<typeof withdrawalForm>;
