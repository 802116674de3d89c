import { z } from "zod";

import { answerLimitsForm, answerWays, passMarkField } from "#app/assessment/assignment-form.ts";
import { assignmentRules } from "#app/library/course-format.ts";
import type { MessageKey } from "#app/platform/i18n.tsx";
import { defaultLanguage } from "#app/platform/languages.ts";

import { minutesField } from "./outline-form.ts";
import { titlesForm } from "./titles-form.ts";

const task = z.string().trim().max(2000, "outline.assignmentTaskLong").default("");
const neededTask = task.refine((text) => text !== "", "outline.assignmentTaskMissing");

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
      minutes: minutesField,
      answer: z.enum(answerWays, "outline.assignmentAnswerMissing"),
      complete: z.enum(assignmentRules, "outline.assignmentCompleteMissing"),
      passMark: passMarkField,
    })
    .and(titlesForm(languages))
    .and(tasks)
    .and(answerLimitsForm)
    .superRefine(({ answer, limits, complete, passMark }, context) => {
      const add = (field: string, message: MessageKey) =>
        context.addIssue({ code: "custom", path: [field], message });
      if (answer !== "text" && limits.accept.length === 0) add("accept_pdf", "bank.acceptNone");
      if (complete === "passed" && passMark <= 0) add("passMark", "outline.assignmentPassMarkMissing");
    });
}
