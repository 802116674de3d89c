import { z } from "zod";

import { answerWays, passMarkField } from "#app/assessment/assignment-form.ts";
import { listField, numberField } from "#app/assessment/quiz-fields.ts";
import { assignmentRules } from "#app/library/course-format.ts";
import { defaultLanguage } from "#app/platform/languages.ts";

import { titlesForm } from "./titles-form.ts";

/** What trainers do with the outline of a draft. */

const minutes = numberField({ least: 1, most: 1000, empty: null }, "authoring.minutesWrong").transform(
  (given, context) => {
    if (given !== null) return given;
    context.addIssue({ code: "custom", message: "authoring.minutesWrong" });
    return z.NEVER;
  },
);

const task = z.string().trim().max(2000, "outline.assignmentTaskLong").default("");
const neededTask = task.refine((text) => text !== "", "outline.assignmentTaskMissing");

export function newLessonForm(languages: readonly string[]) {
  return z.object({ minutes }).and(titlesForm(languages));
}

/** A new assignment; a task is written in English at least. */
export function newAssignmentForm(languages: readonly string[]) {
  const tasks = z
    .object(
      Object.fromEntries(
        languages.map((tag) => [`task_${tag}`, tag === defaultLanguage ? neededTask : task]),
      ),
    )
    .transform((given) => ({
      tasks: Object.fromEntries(
        Object.entries(given).flatMap(([name, text]) => (text ? [[name.replace("task_", ""), text]] : [])),
      ) as Record<string, string>,
    }));
  return z
    .object({
      id: z.uuid("authoring.formDamaged"),
      minutes,
      answer: z.enum(answerWays, "outline.assignmentAnswerMissing"),
      complete: z.enum(assignmentRules, "outline.assignmentCompleteMissing"),
      passMark: passMarkField,
    })
    .and(titlesForm(languages))
    .and(tasks)
    .superRefine(({ complete, passMark }, context) => {
      if (complete !== "passed" || passMark > 0) return;
      context.addIssue({ code: "custom", path: ["passMark"], message: "outline.assignmentPassMarkMissing" });
    });
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
      minutes,
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
