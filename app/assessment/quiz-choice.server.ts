import type { Actor } from "#app/identity/actor.ts";
import type { Draw } from "#app/library/quiz-format.ts";
import { ConflictError } from "#app/platform/errors.ts";

import { changeQuiz, requireTaughtQuiz } from "./quiz-editor.server.ts";
import { listAskable, listSharedBanks } from "./quiz-sources.server.ts";

/** How a quiz comes by its questions; same: by the blueprint of its pre-test. */
export type QuestionWay =
  { kind: "list"; questionIds: string[] } | { kind: "draw"; draw: Draw } | { kind: "same" };

/**
 * Chooses what a quiz asks. Throws like `changeQuiz`, and ConflictError when a question or bank is not there, or not
 * for this course.
 */
export async function chooseQuizQuestions(
  actor: Actor,
  courseSlug: string,
  slug: string,
  way: QuestionWay,
): Promise<void> {
  const { course, quiz } = await requireTaughtQuiz(actor, courseSlug, slug);
  if (way.kind === "list") {
    const known = new Set([
      ...quiz.questionIds,
      ...(await listAskable(course.courseId)).map(({ questionId }) => questionId),
    ]);
    if (!way.questionIds.every((id) => known.has(id))) throw new ConflictError("quizzes.questionsGone");
  }
  if (way.kind === "draw") {
    const banks = new Set((await listSharedBanks()).map(({ id }) => id));
    if (!way.draw.shared.every(({ bank }) => banks.has(bank))) {
      throw new ConflictError("quizzes.questionsGone");
    }
  }
  await changeQuiz(actor, courseSlug, slug, ({ settings: { draw: _draw, ...settings } }) => ({
    settings: way.kind === "draw" ? { ...settings, draw: way.draw } : settings,
    questionIds: way.kind === "list" ? way.questionIds : [],
  }));
}
