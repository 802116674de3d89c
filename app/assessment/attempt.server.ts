import type { Actor } from "#app/identity/actor.ts";
import { enrolmentOf, type LearnerEnrolment } from "#app/learning/enrolment.server.ts";
import { markCompleted, markStarted, requireOpenActivity } from "#app/learning/progress.server.ts";
import type { Response } from "#app/library/question-format.ts";
import { chance } from "#app/platform/chance.ts";
import { clock } from "#app/platform/clock.ts";
import { db, isDuplicate, serializable, type Transaction } from "#app/platform/db.server.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/id.ts";
import type { Attempt, AttemptItem } from "#prisma/generated/client.ts";

import type { AnswerOrder } from "./answer-order.ts";
import { chooseQuestions } from "./choose-questions.ts";
import { gradeResponse, isFinished } from "./grading/grade.ts";
import { attemptsAllowed, noteOutcome } from "./granted-attempt.server.ts";
import { type Presentation, presentationOf } from "./presentation.ts";
import { questionsOfQuiz } from "./quiz-questions.server.ts";
import { randomFrom } from "./random.ts";
import { scoreAttempt } from "./scoring.ts";
import { getQuestionVersions, type StoredQuestion } from "./stored-question.server.ts";
import { getQuiz, getQuizVersion, type StoredQuiz } from "./stored-quiz.server.ts";

/** A quiz of the outline that the learner may take now. */
export type OpenQuiz = { enrolment: LearnerEnrolment; quiz: StoredQuiz; activityId: string };

/** An item of an attempt with its question, in the version that was asked. */
export type ItemWithQuestion = AttemptItem & { stored: StoredQuestion };

/** An attempt with the settings that it was begun with. */
export type AttemptWithItems = Attempt & {
  settings: StoredQuiz["settings"];
  items: ItemWithQuestion[];
};

/** Throws NotFoundError, or ConflictError while the quiz is locked. */
export async function openQuiz(
  actor: Actor,
  courseSlug: string,
  activityId: string,
  client: Transaction = db,
): Promise<OpenQuiz> {
  const enrolment = await enrolmentOf(actor, courseSlug, client);
  const activity = await requireOpenActivity(enrolment, activityId, "quiz", client);
  return { enrolment, quiz: await getQuiz(enrolment.course.versionId, activity.quiz, client), activityId };
}

/**
 * Begins an attempt, or returns the one that is open. Throws ConflictError when none is left. The partial unique index
 * `attempt_one_open` settles who is first when two windows begin at once.
 */
export async function startAttempt(
  actor: Actor,
  courseSlug: string,
  activityId: string,
): Promise<{ number: number }> {
  const { enrolment, quiz } = await openQuiz(actor, courseSlug, activityId);
  try {
    return await serializable(async (tx) => {
      const attempts = await tx.attempt.findMany({ where: { enrolmentId: enrolment.id, quizId: quiz.id } });
      const open = attempts.find(({ submittedAt }) => !submittedAt);
      if (open) return { number: open.number };
      const allowed = await attemptsAllowed(tx, enrolment.id, quiz);
      if (allowed !== null) {
        if (attempts.some(({ isPassed }) => isPassed)) throw new ConflictError("quiz.passedAlready");
        if (attempts.length >= allowed) throw new ConflictError("quiz.noAttemptLeft");
      }
      const number = attempts.length + 1;
      await createAttempt(tx, enrolment.id, quiz, number);
      await markStarted(tx, enrolment.id, activityId);
      return { number };
    });
  } catch (error) {
    if (isDuplicate(error)) return startAttempt(actor, courseSlug, activityId);
    throw error;
  }
}

async function createAttempt(tx: Transaction, enrolmentId: string, quiz: StoredQuiz, number: number) {
  const seed = chance.integer(2 ** 31);
  const random = randomFrom(seed + 1);
  const questions = chooseQuestions(await questionsOfQuiz(quiz, tx), quiz.settings, seed);
  await tx.attempt.create({
    data: {
      id: newId(),
      enrolmentId,
      quizId: quiz.id,
      quizVersionId: quiz.versionId,
      number,
      seed,
      startedAt: clock.now(),
      items: {
        create: questions.map(({ versionId, question }, index) => ({
          position: index + 1,
          questionVersionId: versionId,
          presentation: presentationOf(question, random),
        })),
      },
    },
  });
}

/** One of the actor's own attempts. Throws NotFoundError. */
export async function attemptOf(
  { enrolment, quiz }: OpenQuiz,
  number: number,
  client: Transaction = db,
): Promise<AttemptWithItems> {
  const attempt = await client.attempt.findUnique({
    where: { enrolmentId_quizId_number: { enrolmentId: enrolment.id, quizId: quiz.id, number } },
    include: { items: { orderBy: { position: "asc" } } },
  });
  if (!attempt) throw new NotFoundError();
  const [{ settings }, stored] = await Promise.all([
    getQuizVersion(attempt.quizVersionId, client),
    getQuestionVersions(
      attempt.items.map(({ questionVersionId }) => questionVersionId),
      client,
    ),
  ]);
  const items = attempt.items.map((item, index) => ({ ...item, stored: stored[index] as StoredQuestion }));
  return { ...attempt, settings, items };
}

export function presentationIn(item: AttemptItem): Presentation {
  return item.presentation as Presentation;
}

export function responseIn(item: AttemptItem): Response | null {
  return item.response as Response | null;
}

/**
 * Saves an answer as it is given; the newest counts, from whichever device. What a page sent before the one that it
 * saved last is late and changes nothing. In practice an answer is marked at once and stands. Throws ConflictError when
 * the attempt is submitted already. Serializable, so that no answer slips in behind a submission.
 */
export async function saveResponse(
  actor: Actor,
  courseSlug: string,
  activityId: string,
  number: number,
  position: number,
  response: Response,
  order: AnswerOrder | null = null,
): Promise<void> {
  await serializable(async (tx) => {
    const open = await openQuiz(actor, courseSlug, activityId, tx);
    const attempt = await attemptOf(open, number, tx);
    if (attempt.submittedAt) throw new ConflictError("quiz.submittedAlready");
    const item = attempt.items.find((candidate) => candidate.position === position);
    if (!item) throw new NotFoundError();
    const isPractice = attempt.settings.mode === "practice";
    if (isPractice && item.isCorrect !== null) return;
    if (order && order.page === item.pageId && order.change < (item.pageChange ?? 0)) return;
    const { question } = item.stored;
    await tx.attemptItem.update({
      where: { attemptId_position: { attemptId: attempt.id, position } },
      data: {
        response,
        revision: { increment: 1 },
        answeredAt: clock.now(),
        pageId: order?.page ?? null,
        pageChange: order?.change ?? null,
        ...(isPractice && isFinished(question, response)
          ? { isCorrect: gradeResponse(question, response)?.isRight ?? null }
          : {}),
      },
    });
  });
}

/**
 * Marks an attempt and, when it is passed, completes its activity, inside the caller's serializable transaction.
 * Submitting again returns the first result.
 */
export async function submitAttemptIn(
  tx: Transaction,
  actor: Actor,
  courseSlug: string,
  activityId: string,
  number: number,
): Promise<{ isPassed: boolean; enrolmentId: string }> {
  const open = await openQuiz(actor, courseSlug, activityId, tx);
  const attempt = await attemptOf(open, number, tx);
  const enrolmentId = open.enrolment.id;
  if (attempt.submittedAt) return { isPassed: Boolean(attempt.isPassed), enrolmentId };
  const items = attempt.items.map((item) => {
    const { question } = item.stored;
    // What a person marks has no points before.
    const grade = gradeResponse(question, responseIn(item)) ?? { fraction: 0, isRight: false };
    return { position: item.position, question, ...grade };
  });
  for (const { position, isRight, fraction, question } of items) {
    await tx.attemptItem.update({
      where: { attemptId_position: { attemptId: attempt.id, position } },
      data: { isCorrect: isRight, points: fraction * question.points },
    });
  }
  const { points, maxPoints, criticalMissed, isPassed } = scoreAttempt(attempt.settings, items);
  await tx.attempt.update({
    where: { id: attempt.id },
    data: { submittedAt: clock.now(), points, maxPoints, criticalMissed, isPassed },
  });
  await noteOutcome(tx, { enrolmentId, activityId, quiz: open.quiz });
  if (isPassed) await markCompleted(tx, enrolmentId, activityId);
  return { isPassed, enrolmentId };
}
