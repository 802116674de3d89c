import type { Actor } from "#app/identity/actor.ts";
import { recordAudit } from "#app/identity/audit.server.ts";
import { requestMail } from "#app/notifications/outgoing-mail.server.ts";
import { clock, minutes } from "#app/platform/clock.ts";
import { db, inTurn, type Json, type Transaction } from "#app/platform/db.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/id.ts";
import { enqueue } from "#app/platform/queue.server.ts";

import { applyRegrade } from "./jobs.ts";
import { type RegradedAttempt, regradedAttempts } from "./regrade-attempts.server.ts";
import type { AttemptScore } from "./answering/attempt-score.ts";
import { regradedScore, regradeEffect } from "./regrade-effect.ts";
import { choiceOf, regradableQuestions, requireTaughtQuiz } from "./regrade-page.server.ts";

/**
 * Asks for a regrade: which version grades the answers to which question, and whose pass is taken away if the new key says
 * so. A worker applies it. Throws like `requireTaughtQuiz`, and ConflictError when nothing is chosen.
 */
export async function requestRegrade(
  actor: Actor,
  courseSlug: string,
  quizSlug: string,
  form: { versions: [questionId: string, versionId: string][]; takeAway: string[] },
): Promise<string> {
  const { course, quiz } = await requireTaughtQuiz(actor, courseSlug, quizSlug);
  const choice = choiceOf(await regradableQuestions(quiz.id, actor.language), form.versions);
  const regradeId = newId();
  await db.$transaction(async (tx) => {
    const taken = await tx.attempt.findMany({
      where: { id: { in: form.takeAway }, quizId: quiz.id },
      select: { id: true },
    });
    await tx.regrade.create({
      data: {
        id: regradeId,
        quizId: quiz.id,
        askedById: actor.id,
        askedAt: clock.now(),
        questions: { create: [...choice].map(([questionId, versionId]) => ({ questionId, versionId })) },
        attempts: { create: taken.map(({ id }) => ({ attemptId: id, takesPassAway: true })) },
      },
    });
    await recordAudit(tx, actor, "regrade.requested", `quiz:${quiz.id}`, {
      course: course.slug,
      quiz: quiz.slug,
      regrade: regradeId,
      questions: choice.size,
      passesTakenAway: taken.length,
    });
  });
  await enqueue(applyRegrade, { regradeId }, regradeId);
  return regradeId;
}

/** What a regrade changed, for whoever concludes the attempts, sends the mails and counts anew. */
export type AppliedRegrade = {
  quizId: string;
  attemptIds: string[];
  withdrawnIds: string[];
  mailIds: string[];
};

// For ten thousand attempts.
const longestApplication = minutes(5);

/**
 * Applies a regrade in one transaction: all of it or nothing, and only once. Repeating it returns the same attempts, so
 * that what a crash left undone behind it is done then.
 */
export async function applyRegradeOnce(regradeId: string): Promise<AppliedRegrade> {
  const quizId = await inTurn(async (tx) => {
    const [locked] = await tx.$queryRaw<{ applied: boolean; quizId: string }[]>`
      SELECT applied_at IS NOT NULL AS applied, quiz_id AS "quizId" FROM regrade WHERE id = ${regradeId} FOR UPDATE`;
    if (!locked) throw new NotFoundError();
    if (locked.applied) return locked.quizId;
    // Nobody grades or submits one of them in between; always in this order, so that two regrades do not wait for each other.
    await tx.$queryRaw`
      SELECT id FROM attempt WHERE quiz_id = ${locked.quizId} AND submitted_at IS NOT NULL ORDER BY id FOR NO KEY UPDATE`;
    await applyIn(tx, regradeId, locked.quizId);
    await tx.regrade.update({ where: { id: regradeId }, data: { appliedAt: clock.now() } });
    return locked.quizId;
  }, longestApplication);
  return appliedRegrade(regradeId, quizId);
}

async function applyIn(tx: Transaction, regradeId: string, quizId: string): Promise<void> {
  const { questions, attempts } = await tx.regrade.findUniqueOrThrow({
    where: { id: regradeId },
    include: { questions: true, attempts: true },
  });
  const choice = new Map(questions.map(({ questionId, versionId }) => [questionId, versionId]));
  const takenAway = new Set(attempts.map(({ attemptId }) => attemptId));
  const courseSlug = await courseOf(tx, quizId);
  for await (const attempt of regradedAttempts(tx, quizId, choice)) {
    await writeItems(tx, attempt);
    if (!attempt.score) continue;
    const { before, after } = attempt.score;
    const takesPassAway = takenAway.has(attempt.attemptId) && !attempt.keepsPass;
    const kept = regradedScore(before, after, { takesPassAway });
    if (regradeEffect(before, kept) === "none") continue;
    await writeScore(tx, regradeId, attempt, before, kept);
    await requestMail(tx, {
      recipientId: attempt.userId,
      template: "regraded",
      data: { courseSlug },
      dedupeKey: mailKey(regradeId, attempt.attemptId),
    });
  }
}

const mailKey = (regradeId: string, attemptId: string) => `regraded:${regradeId}:${attemptId}`;

async function courseOf(tx: Transaction, quizId: string): Promise<string> {
  const { course } = await tx.quiz.findUniqueOrThrow({
    where: { id: quizId },
    select: { course: { select: { slug: true } } },
  });
  return course.slug;
}

async function writeItems(tx: Transaction, { attemptId, items }: RegradedAttempt): Promise<void> {
  for (const { position, fraction, points, isCorrect, versionId } of items) {
    await tx.attemptItem.update({
      where: { attemptId_position: { attemptId, position } },
      data: { fraction, points, isCorrect, gradedVersionId: versionId },
    });
  }
}

async function writeScore(
  tx: Transaction,
  regradeId: string,
  { attemptId }: RegradedAttempt,
  before: AttemptScore,
  after: AttemptScore,
): Promise<void> {
  await tx.attempt.update({ where: { id: attemptId }, data: { ...after, isOutcomeDue: true } });
  const change: { before: Json; after: Json } = { before, after };
  await tx.regradeAttempt.upsert({
    where: { regradeId_attemptId: { regradeId, attemptId } },
    update: change,
    create: { regradeId, attemptId, ...change },
  });
}

async function appliedRegrade(regradeId: string, quizId: string): Promise<AppliedRegrade> {
  const rows = await db.regradeAttempt.findMany({ where: { regradeId }, orderBy: { attemptId: "asc" } });
  const changed = rows.filter(({ after }) => after !== null);
  const mails = await db.outgoingMail.findMany({
    where: { dedupeKey: { in: changed.map(({ attemptId }) => mailKey(regradeId, attemptId)) }, sentAt: null },
    select: { id: true },
  });
  return {
    quizId,
    attemptIds: changed.map(({ attemptId }) => attemptId),
    withdrawnIds: changed
      .filter(({ after, takesPassAway }) => takesPassAway && !(after as AttemptScore).isPassed)
      .map(({ attemptId }) => attemptId),
    mailIds: mails.map(({ id }) => id),
  };
}

/** Asks again for regrades that a crash has lost. Returns how many. */
export async function sweepLostRegrades(): Promise<number> {
  const lost = await db.regrade.findMany({
    where: { appliedAt: null, askedAt: { lt: new Date(clock.now().getTime() - minutes(1)) } },
    select: { id: true },
  });
  for (const { id } of lost) await enqueue(applyRegrade, { regradeId: id }, id);
  return lost.length;
}
