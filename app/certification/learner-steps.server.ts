import { attemptFrame } from "#app/assessment/answering/attempt-frame.server.ts";
import { listLeftBehind } from "#app/assessment/answering/closing.server.ts";
import { concludeAttemptIn } from "#app/assessment/answering/conclusion.server.ts";
import { submitAttemptById } from "#app/assessment/answering/submission.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { enrolmentOf } from "#app/learning/enrolment.server.ts";
import { recordPageRead } from "#app/learning/progress.server.ts";
import { inTurn, serializableInLine } from "#app/platform/db.server.ts";
import { log } from "#app/platform/log.server.ts";
import { enqueue } from "#app/platform/queue.server.ts";
import { completeAttemptIn } from "#app/players/attempt-result.server.ts";
import type { Cmi5Access } from "#app/players/cmi5-access.server.ts";
import { storeAuStatementsIn } from "#app/players/cmi5-statements.server.ts";
import { storeRecords, type StoreRecords, takeDeliveries, takeRecords } from "#app/players/records.server.ts";
import type { DeliveriesAnswer, RecordsAnswer } from "#app/players/run-record.ts";
import type { XapiStatement } from "#app/players/xapi-statement.ts";

import { completeCourse } from "./completion.server.ts";
import { issueCertificate } from "./jobs.ts";

/** Notes that a page of a lesson was read. `next` is the page that follows, null after the last. */
export async function finishLessonPage(
  actor: Actor,
  courseSlug: string,
  activityId: string,
  pageId: string,
): Promise<{ next: string | null; isLessonComplete: boolean; isCourseComplete: boolean }> {
  const { certificateId, ...step } = await serializableInLine(async (tx) => {
    const enrolment = await enrolmentOf(actor, courseSlug, tx);
    const read = await recordPageRead(tx, enrolment, activityId, pageId);
    return { ...read, certificateId: read.isLessonComplete ? await completeCourse(tx, enrolment.id) : null };
  });
  await requestCertificate(certificateId);
  return { ...step, isCourseComplete: certificateId !== null };
}

/** Submits an attempt at a quiz; with the last rule met, the course is complete and the certificate asked for. */
export async function submitAttempt(
  actor: Actor,
  courseSlug: string,
  activityId: string,
  number: number,
): Promise<{ isPassed: boolean }> {
  const { id } = await attemptFrame(actor, { courseSlug, activityId, number });
  const { isPassed } = await submitAttemptById(id, "learner");
  await concludeOrLeave(id);
  return { isPassed };
}

/**
 * Does what follows from the result of a submitted attempt. A transaction of its own, as with packages: grading needs no
 * serializable one, but who completes last must see what the others completed. After a crash in between the sweep does it.
 */
export async function concludeAttempt(attemptId: string): Promise<void> {
  const certificateId = await serializableInLine(async (tx) => {
    const enrolmentId = await concludeAttemptIn(tx, attemptId);
    return enrolmentId && completeCourse(tx, enrolmentId);
  });
  await requestCertificate(certificateId);
}

/**
 * Like `concludeAttempt`, for whoever waits for a page: the test is handed in or marked whatever happens here, so a
 * failure is logged and left to the sweep.
 */
export async function concludeOrLeave(attemptId: string): Promise<void> {
  await concludeAttempt(attemptId).catch((error: unknown) =>
    log.error({ err: error, attemptId }, "an attempt was not concluded"),
  );
}

/** Submits an attempt whose time is up with what was saved; one that is submitted or has time left is left alone. */
export async function submitOverdueAttempt(attemptId: string): Promise<void> {
  await submitAttemptById(attemptId, "deadline");
  await concludeAttempt(attemptId);
}

/** Does for all attempts what a lost job or a crash left undone; one that fails holds up no other. */
export async function submitOverdueAttempts(): Promise<void> {
  const { overdue, unconcluded } = await listLeftBehind();
  const works = [
    ...overdue.map((id) => () => submitOverdueAttempt(id)),
    ...unconcluded.map((id) => () => concludeAttempt(id)),
  ];
  for (const work of works) {
    await work().catch((error: unknown) => log.error({ err: error }, "an attempt was not ended"));
  }
}

/** Takes records of a package that runs, under its launch token; the last rule they meet completes the course. */
export async function recordRun(token: string, body: string): Promise<RecordsAnswer> {
  return takeRecords(token, body, storeAndComplete);
}

/** Takes sealed records that earlier launches left in a browser; null when the body is not what it should be. */
export async function recordDeliveries(body: string): Promise<DeliveriesAnswer | null> {
  return takeDeliveries(body, storeAndComplete);
}

/** Stores what a cmi5 AU says in its session; the last rule that is met by it completes the course. */
export async function recordStatements(access: Cmi5Access, statements: XapiStatement[]): Promise<string[]> {
  const { ids, isCompletionDue } = await inTurn((tx) => storeAuStatementsIn(tx, access, statements));
  if (isCompletionDue) await completeRun(access.registration.id);
  return ids;
}

const storeAndComplete: StoreRecords = async (launch, records, needs) => {
  const stored = await storeRecords(launch, records, needs);
  if (stored.isCompletionDue) await completeRun(launch.attemptId);
  return stored;
};

/**
 * Completes the activity of an attempt whose rule is met, and the course with its last one. A transaction of its own:
 * the many records need no serializable one, but who completes last must see what the others completed. Until it is
 * done no record is acknowledged, so a crash in between is made good when the browser sends them again, or anything
 * else of the attempt.
 */
export async function completeRun(attemptId: string): Promise<void> {
  const certificateId = await serializableInLine(async (tx) => {
    // The enrolment first, as who opens the player takes it: in the other order the two would wait for each other.
    await tx.$queryRaw`
      SELECT enrolment.id FROM enrolment JOIN run_attempt ON run_attempt.enrolment_id = enrolment.id
      WHERE run_attempt.id = ${attemptId} FOR NO KEY UPDATE OF enrolment`;
    const { enrolmentId } = await completeAttemptIn(tx, attemptId);
    return completeCourse(tx, enrolmentId);
  });
  await requestCertificate(certificateId);
}

/** After the commit: the queue has its own connection, so the job could start before its row is there. */
export async function requestCertificate(certificateId: string | null) {
  if (certificateId) await enqueue(issueCertificate, { certificateId }, certificateId);
}
