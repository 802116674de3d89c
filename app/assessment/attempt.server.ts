import type { Actor } from "#app/identity/actor.ts";
import { enrolmentOf, type LearnerEnrolment } from "#app/learning/enrolment.server.ts";
import { markCompleted, markStarted, requireOpenActivity } from "#app/learning/progress.server.ts";
import type { Quiz } from "#app/library/course-format.ts";
import type { Question, Response } from "#app/library/question-format.ts";
import { chance } from "#app/platform/chance.ts";
import { clock } from "#app/platform/clock.ts";
import { db, isDuplicate, serializable, type Transaction } from "#app/platform/db.server.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/id.ts";
import type { Attempt, AttemptItem } from "#prisma/generated/client.ts";

import type { AnswerOrder } from "./answer-order.ts";
import { drawQuestions } from "./draw.ts";
import { attemptsAllowed, noteOutcome } from "./granted-attempt.server.ts";
import { type Presentation, presentationOf } from "./presentation.ts";
import { randomFrom, shuffled } from "./random.ts";
import { isRight, scoreAttempt } from "./scoring.ts";

/** A quiz of the outline that the learner may take now. */
export type OpenQuiz = { enrolment: LearnerEnrolment; quiz: Quiz; activityId: string };

export type AttemptWithItems = Attempt & { items: AttemptItem[] };

/** Throws NotFoundError, or ConflictError while the quiz is locked. */
export async function openQuiz(
  actor: Actor,
  courseSlug: string,
  activityId: string,
  client: Transaction = db,
): Promise<OpenQuiz> {
  const enrolment = await enrolmentOf(actor, courseSlug, client);
  const activity = await requireOpenActivity(enrolment, activityId, "quiz", client);
  const quiz = enrolment.course.structure.quizzes[activity.quiz];
  if (!quiz) throw new NotFoundError();
  return { enrolment, quiz, activityId };
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
      await createAttempt(tx, enrolment, quiz, number);
      await markStarted(tx, enrolment.id, activityId);
      return { number };
    });
  } catch (error) {
    if (isDuplicate(error)) return startAttempt(actor, courseSlug, activityId);
    throw error;
  }
}

async function createAttempt(tx: Transaction, enrolment: LearnerEnrolment, quiz: Quiz, number: number) {
  const seed = chance.integer(2 ** 31);
  const random = randomFrom(seed + 1);
  const questions = quiz.draw
    ? drawQuestions(poolOf(enrolment, quiz), quiz.draw, seed)
    : shuffled(quiz.questions, random);
  await tx.attempt.create({
    data: {
      id: newId(),
      enrolmentId: enrolment.id,
      quizId: quiz.id,
      number,
      seed,
      startedAt: clock.now(),
      items: {
        create: questions.map((question, index) => ({
          position: index + 1,
          questionId: question.id,
          presentation: presentationOf(question, random),
        })),
      },
    },
  });
}

function poolOf(enrolment: LearnerEnrolment, { draw }: Quiz): Question[] {
  const { quizzes } = enrolment.course.structure;
  return (draw?.from ?? []).flatMap((id) => quizzes[id]?.questions ?? []);
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
  return attempt;
}

/** The question behind an item of an attempt. */
export function questionOf({ enrolment }: OpenQuiz, questionId: string): Question {
  const question = Object.values(enrolment.course.structure.quizzes)
    .flatMap((quiz) => quiz.questions)
    .find(({ id }) => id === questionId);
  if (!question) throw new NotFoundError();
  return question;
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
    const isPractice = open.quiz.mode === "practice";
    if (isPractice && item.isCorrect !== null) return;
    if (order && order.page === item.pageId && order.change < (item.pageChange ?? 0)) return;
    const question = questionOf(open, item.questionId);
    await tx.attemptItem.update({
      where: { attemptId_position: { attemptId: attempt.id, position } },
      data: {
        response,
        revision: { increment: 1 },
        answeredAt: clock.now(),
        pageId: order?.page ?? null,
        pageChange: order?.change ?? null,
        ...(isPractice ? { isCorrect: isRight(question, response) } : {}),
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
    const question = questionOf(open, item.questionId);
    return { ...item, question, isCorrect: isRight(question, responseIn(item)) };
  });
  for (const { position, isCorrect, question } of items) {
    await tx.attemptItem.update({
      where: { attemptId_position: { attemptId: attempt.id, position } },
      data: { isCorrect, points: isCorrect ? question.points : 0 },
    });
  }
  const { points, maxPoints, criticalMissed, isPassed } = scoreAttempt(open.quiz, items);
  await tx.attempt.update({
    where: { id: attempt.id },
    data: { submittedAt: clock.now(), points, maxPoints, criticalMissed, isPassed },
  });
  await noteOutcome(tx, { enrolmentId, activityId, quiz: open.quiz });
  if (isPassed) await markCompleted(tx, enrolmentId, activityId);
  return { isPassed, enrolmentId };
}
