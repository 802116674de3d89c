import type { Actor } from "#app/identity/actor.ts";
import { courseOutline, type QuizRule, type RuledStep } from "#app/learning/course-outline.server.ts";
import { enrolmentOf } from "#app/learning/enrolment.server.ts";
import type { Language } from "#app/platform/languages.ts";

import { listQuizzes, type StoredQuiz } from "./stored-quiz.server.ts";

/** `courseOutline`, and with each quiz what has to be reached in it (null with other activities). Throws like it. */
export async function learnerOutline(actor: Actor, courseSlug: string, language: Language) {
  const { course } = await enrolmentOf(actor, courseSlug);
  const [outline, quizzes] = await Promise.all([
    courseOutline(actor, courseSlug, language),
    listQuizzes(course.versionId),
  ]);
  const quizOf = new Map(
    course.structure.course.outline.map((activity) => [
      activity.id,
      activity.kind === "quiz" ? quizzes.find(({ slug }) => slug === activity.quiz) : undefined,
    ]),
  );
  return {
    ...outline,
    steps: outline.steps.map((step): RuledStep => ({ ...step, quizRule: ruleOf(quizOf.get(step.id)) })),
  };
}

function ruleOf(quiz: StoredQuiz | undefined): QuizRule | null {
  if (!quiz) return null;
  const { passMark, attempts, criticalMustBeRight } = quiz.settings;
  return { passMark, attempts: attempts ?? null, hasCritical: criticalMustBeRight };
}
