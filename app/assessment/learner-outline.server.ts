import type { Actor } from "#app/identity/actor.ts";
import { courseOutline, type QuizRule, type RuledStep } from "#app/learning/course-outline.server.ts";
import { enrolmentOf } from "#app/learning/enrolment.server.ts";
import type { Activity } from "#app/library/course-format.ts";
import { quizOf } from "#app/library/quiz-activity.ts";
import type { Language } from "#app/platform/languages.ts";

import { listQuizzes, type StoredQuiz } from "./stored-quiz.server.ts";

/** `courseOutline`, and with each quiz what has to be reached in it (null with other activities). Throws like it. */
export async function learnerOutline(actor: Actor, courseSlug: string, language: Language) {
  const { course } = await enrolmentOf(actor, courseSlug);
  const [outline, quizzes] = await Promise.all([
    courseOutline(actor, courseSlug, language),
    listQuizzes(course.versionId),
  ]);
  const rules = new Map(
    course.structure.course.outline.map((activity) => [
      activity.id,
      ruleOf(
        activity,
        quizzes.find(({ slug }) => slug === quizOf(activity)),
      ),
    ]),
  );
  return {
    ...outline,
    steps: outline.steps.map((step): RuledStep => ({ ...step, quizRule: rules.get(step.id) ?? null })),
  };
}

function ruleOf(activity: Activity, quiz: StoredQuiz | undefined): QuizRule | null {
  if (!quiz) return null;
  const { passMark, attempts, criticalMustBeRight } = quiz.settings;
  return {
    passMark,
    attempts: attempts ?? null,
    hasCritical: criticalMustBeRight,
    complete: activity.kind === "assignment" ? activity.complete : "passed",
  };
}
