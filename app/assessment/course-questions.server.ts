import { db, type Transaction } from "#app/platform/db.server.ts";

import { type PooledQuestion, questionsOfQuiz } from "./quiz-questions.server.ts";
import type { QuizSettings } from "#app/library/quiz-format.ts";
import { listQuizzes } from "./stored-quiz.server.ts";

/** The questions that the quizzes of a version of a course ask or draw from, each once; of those of one mode, if given. */
export async function questionsOfCourse(
  courseVersionId: string,
  mode?: QuizSettings["mode"],
  client: Transaction = db,
): Promise<PooledQuestion[]> {
  const found = new Map<string, PooledQuestion>();
  for (const quiz of await listQuizzes(courseVersionId, client)) {
    if (mode && quiz.settings.mode !== mode) continue;
    for (const question of await questionsOfQuiz(quiz, client)) found.set(question.questionId, question);
  }
  return [...found.values()];
}
