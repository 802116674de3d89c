import { chance } from "#app/platform/chance.ts";
import { clock } from "#app/platform/clock.ts";
import type { Transaction } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/id.ts";

import { type Allowance, deadlineOf } from "./attempt-deadline.ts";
import { chooseQuestions } from "./choose-questions.ts";
import { presentationOf } from "./presentation.ts";
import { askedBefore, hasPostTest, preTestOf, withBlueprint } from "./quiz-content.server.ts";
import { questionsOfQuiz } from "./quiz-questions.server.ts";
import { randomFrom } from "./random.ts";
import type { StoredQuiz } from "./stored-quiz.server.ts";

/** Writes a new attempt with its questions. A post-test asks others than its pre-test asked this learner. */
export async function createAttempt(
  tx: Transaction,
  {
    enrolmentId,
    quiz,
    number,
    allowance,
  }: { enrolmentId: string; quiz: StoredQuiz; number: number; allowance: Allowance },
): Promise<{ id: string; deadlineAt: Date | null; graceSeconds: number }> {
  const seed = chance.integer(2 ** 31);
  const random = randomFrom(seed + 1);
  const whole = await withBlueprint(quiz, tx);
  const before = await preTestOf(quiz, tx);
  const asked = before ? await askedBefore(tx, enrolmentId, before.id) : new Set<string>();
  const questions = chooseQuestions(await questionsOfQuiz(whole, tx), whole.settings, seed, {
    isAvoided: ({ questionId }) => asked.has(questionId),
    comesFirst: !before && (await hasPostTest(whole, tx)),
  });
  const id = newId();
  const startedAt = clock.now();
  const deadlineAt = deadlineOf(quiz.settings, allowance, startedAt);
  const { graceSeconds, shuffleOptions } = quiz.settings;
  await tx.attempt.create({
    data: {
      id,
      enrolmentId,
      quizId: quiz.id,
      quizVersionId: quiz.versionId,
      number,
      seed,
      startedAt,
      deadlineAt,
      graceSeconds,
      items: {
        create: questions.map(({ versionId, question }, index) => ({
          position: index + 1,
          questionVersionId: versionId,
          presentation: presentationOf(question, random, shuffleOptions),
        })),
      },
    },
  });
  return { id, deadlineAt, graceSeconds };
}
