import type { Actor } from "#app/identity/actor.ts";
import { recordAudit } from "#app/identity/audit.server.ts";
import { requestMails } from "#app/notifications/outgoing-mail.server.ts";
import { clock, minutes } from "#app/platform/clock.ts";
import { db, inTurn, type Transaction } from "#app/platform/db.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import type { Fields } from "#app/platform/form-fields.ts";
import { newId } from "#app/platform/id.ts";
import { enqueue } from "#app/platform/queue.server.ts";

import { applyRegrade } from "./jobs.ts";
import { requireTaughtQuiz } from "./quiz-editor.server.ts";
import { type RegradedAttempt, regradedAttempts } from "./regrade-attempts.server.ts";
import type { AttemptScore } from "./answering/attempt-score.ts";
import { chosenVersions } from "./regrade-form.ts";
import { regradedScore, regradeEffect } from "./regrade-effect.ts";
import { choiceOf, regradableQuestions } from "./regrade-page.server.ts";

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
  const { course, row: quiz } = await requireTaughtQuiz(actor, courseSlug, quizSlug);
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

/**
 * Takes the form of a regrade. Null when it asks for nothing; `chosen` when it is to be looked at first, else the regrade
 * is asked for. Throws like `requestRegrade`.
 */
export async function submitRegrade(
  actor: Actor,
  courseSlug: string,
  quizSlug: string,
  fields: Fields,
): Promise<{ chosen: [questionId: string, versionId: string][] | null } | null> {
  await requireTaughtQuiz(actor, courseSlug, quizSlug);
  const versions = chosenVersions(fields);
  if (versions.length === 0) return null;
  if (fields.intent === "preview") return { chosen: versions };
  const takeAway = Array.isArray(fields.takeAway) ? fields.takeAway : [];
  await requestRegrade(actor, courseSlug, quizSlug, { versions, takeAway });
  return { chosen: null };
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
  for await (const batch of regradedAttempts(tx, quizId, choice)) {
    await writeItems(tx, batch);
    const changes = batch.flatMap((attempt) => changeOf(attempt, takenAway.has(attempt.attemptId)) ?? []);
    await writeScores(tx, regradeId, changes);
    await requestMails(
      tx,
      changes.map(({ attemptId, userId }) => ({
        recipientId: userId,
        template: "regraded",
        data: { courseSlug },
        dedupeKey: mailKey(regradeId, attemptId),
      })),
    );
  }
}

type ScoreChange = { attemptId: string; userId: string; before: AttemptScore; after: AttemptScore };

/** Null when the attempt's result stays what it is. */
function changeOf(
  { attemptId, userId, score, keepsPass }: RegradedAttempt,
  isTakenAway: boolean,
): ScoreChange | null {
  if (!score) return null;
  const { before } = score;
  const after = regradedScore(before, score.after, { takesPassAway: isTakenAway && !keepsPass });
  return regradeEffect(before, after) === "none" ? null : { attemptId, userId, before, after };
}

const mailKey = (regradeId: string, attemptId: string) => `regraded:${regradeId}:${attemptId}`;

async function courseOf(tx: Transaction, quizId: string): Promise<string> {
  const { course } = await tx.quiz.findUniqueOrThrow({
    where: { id: quizId },
    select: { course: { select: { slug: true } } },
  });
  return course.slug;
}

async function writeItems(tx: Transaction, batch: RegradedAttempt[]): Promise<void> {
  const rows = batch.flatMap(({ attemptId, items }) =>
    items.map(({ position, fraction, points, isCorrect, versionId }) => ({
      attempt_id: attemptId,
      position,
      fraction,
      points,
      is_correct: isCorrect,
      version_id: versionId,
    })),
  );
  await tx.$executeRaw`
    UPDATE attempt_item
    SET fraction = graded.fraction, points = graded.points, is_correct = graded.is_correct,
        graded_version_id = graded.version_id
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS graded
      (attempt_id text, position integer, fraction float8, points float8, is_correct boolean, version_id text)
    WHERE attempt_item.attempt_id = graded.attempt_id AND attempt_item.position = graded.position`;
}

async function writeScores(tx: Transaction, regradeId: string, changes: ScoreChange[]): Promise<void> {
  const rows = changes.map(({ attemptId, before, after }) => ({
    attempt_id: attemptId,
    points: after.points,
    max_points: after.maxPoints,
    critical_missed: after.criticalMissed,
    is_passed: after.isPassed,
    before,
    after,
  }));
  const json = JSON.stringify(rows);
  await tx.$executeRaw`
    UPDATE attempt
    SET points = graded.points, max_points = graded.max_points, critical_missed = graded.critical_missed,
        is_passed = graded.is_passed, is_outcome_due = true
    FROM json_to_recordset(${json}::json) AS graded
      (attempt_id text, points float8, max_points float8, critical_missed integer, is_passed boolean)
    WHERE attempt.id = graded.attempt_id`;
  await tx.$executeRaw`
    INSERT INTO regrade_attempt (regrade_id, attempt_id, before, after)
    SELECT ${regradeId}, attempt_id, before, after
    FROM json_to_recordset(${json}::json) AS graded (attempt_id text, before jsonb, after jsonb)
    ON CONFLICT (regrade_id, attempt_id) DO UPDATE SET before = EXCLUDED.before, after = EXCLUDED.after`;
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
