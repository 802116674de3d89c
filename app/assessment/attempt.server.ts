import type { Actor } from "#app/identity/actor.ts";
import { enrolmentOf, type LearnerEnrolment, requireGoingOn } from "#app/learning/enrolment.server.ts";
import { markStarted, requireOpenActivity } from "#app/learning/progress.server.ts";
import type { Response } from "#app/library/question-format.ts";
import { clock } from "#app/platform/clock.ts";
import { db, inTurn, type Transaction } from "#app/platform/db.server.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import { lane } from "#app/platform/lane.ts";
import type { Attempt, AttemptItem } from "#prisma/generated/client.ts";

import { allowanceOf } from "./allowance.server.ts";
import { scheduleClosing } from "./answering/closing.server.ts";
import { availabilityOf } from "./availability.ts";
import { createAttempt } from "./new-attempt.server.ts";
import type { Presentation } from "./presentation.ts";
import { quizOutcome } from "./quiz-outcome.server.ts";
import { getQuestionVersions, type StoredQuestion } from "./stored-question.server.ts";
import { getQuiz, getQuizVersion, type StoredQuiz } from "./stored-quiz.server.ts";

/** A quiz or assignment of the outline that the learner may take now. */
export type OpenQuiz = {
  enrolment: LearnerEnrolment;
  quiz: StoredQuiz;
  activityId: string;
  kind: "quiz" | "assignment";
};

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
  const activity = await requireOpenActivity(enrolment, activityId, ["quiz", "assignment"], client);
  const slug = activity.kind === "quiz" ? activity.quiz : activity.assignment;
  const quiz = await getQuiz(enrolment.course.versionId, slug, client);
  return { enrolment, quiz, activityId, kind: activity.kind };
}

/** Who begins waits for her turn, so that a class that comes in one moment does not hold up those who are answering. */
const beginning = lane(2);

/**
 * Begins an attempt, or returns the one that is open. Whether the learner has given the access code and the honest
 * statement is for `beginAttempt` to see. Throws like `openQuiz`; ConflictError when none may begin now. A lock on the
 * enrolment makes one attempt of two windows that begin at once, and holds up nobody else's beginning.
 */
export async function startAttempt(
  actor: Actor,
  courseSlug: string,
  activityId: string,
): Promise<{ number: number }> {
  const { number, begun } = await beginning(() => begin(actor, courseSlug, activityId));
  if (begun) await scheduleClosing(begun);
  return { number };
}

async function begin(actor: Actor, courseSlug: string, activityId: string) {
  return inTurn(async (tx) => {
    await lockEnrolment(tx, actor, courseSlug);
    const { enrolment, quiz } = await openQuiz(actor, courseSlug, activityId, tx);
    const attempts = await tx.attempt.findMany({
      where: { enrolmentId: enrolment.id, quizId: quiz.id },
      select: { number: true, submittedAt: true, isPassed: true },
    });
    const allowance = await allowanceOf(tx, enrolment.id, quiz.id);
    const outcome = await quizOutcome(tx, enrolment.id, quiz);
    const { openNumber, reason } = availabilityOf(quiz.settings, allowance, {
      attempts,
      isPassed: outcome?.isPassed ?? false,
      now: clock.now(),
    });
    if (openNumber !== null) return { number: openNumber, begun: null };
    requireGoingOn(enrolment);
    if (reason) throw new ConflictError(refusals[reason.kind]);
    const next = attempts.length + 1;
    const attempt = await createAttempt(tx, { enrolmentId: enrolment.id, quiz, number: next, allowance });
    await markStarted(tx, enrolment.id, activityId);
    return { number: next, begun: attempt };
  });
}

async function lockEnrolment(tx: Transaction, actor: Actor, courseSlug: string): Promise<void> {
  await tx.$queryRaw`
    SELECT enrolment.id FROM enrolment JOIN course ON course.id = enrolment.course_id
    WHERE enrolment.user_id = ${actor.id} AND course.slug = ${courseSlug} FOR NO KEY UPDATE OF enrolment`;
}

const refusals = {
  passed: "quiz.passedAlready",
  waiting: "quiz.cannotBeginNow",
  noneLeft: "quiz.noAttemptLeft",
  closed: "quiz.cannotBeginNow",
  notYet: "quiz.cannotBeginNow",
  wait: "quiz.cannotBeginNow",
} as const;

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
