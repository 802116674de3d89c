/** The worker process: `npm run worker`. */
import { createPostgresBackend, Worker } from "bullmq";

import { seconds } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { env } from "#app/platform/env.server.ts";
import { startHeartbeat } from "#app/platform/heartbeat.server.ts";
import { newId } from "#app/platform/id.ts";
import { log } from "#app/platform/log.server.ts";
import { closeQueues, queueConnection } from "#app/platform/queue.server.ts";

import applyRegrade from "./apply-regrade.ts";
import checkLinks from "./check-links.ts";
import checkPackage from "./check-package.ts";
import completeMoved from "./complete-moved.ts";
import computeQuizStatistics from "./compute-quiz-statistics.ts";
import convertFilm from "./convert-film.ts";
import deliverMail from "./deliver-mail.ts";
import forwardStatements from "./forward-statements.ts";
import inviteToSession from "./invite-to-session.ts";
import issueCertificate from "./issue-certificate.ts";
import moveLearners from "./move-learners.ts";
import publishDraft from "./publish-draft.ts";
import { writeSchedule } from "./schedule.ts";
import sweepAccounts from "./sweep-accounts.ts";
import sweepAnswerFiles from "./sweep-answer-files.ts";
import sweepCertificates from "./sweep-certificates.ts";
import submitAttempt from "./submit-attempt.ts";
import sweepMails from "./sweep-mails.ts";
import sweepOpenAttempts from "./sweep-open-attempts.ts";
import sweepPackages from "./sweep-packages.ts";
import sweepPublications from "./sweep-publications.ts";
import sweepRegrades from "./sweep-regrades.ts";
import sweepQuizStatistics from "./sweep-quiz-statistics.ts";
import sweepRunLog from "./sweep-run-log.ts";
import sweepSessions from "./sweep-sessions.ts";
import sweepStatements from "./sweep-statements.ts";
import sweepUnsavedFiles from "./sweep-unsaved-files.ts";
import sweepUploads from "./sweep-uploads.ts";
import takeOverCourse from "./take-over-course.ts";
import sweepVersionMoves from "./sweep-version-moves.ts";

const works = [
  issueCertificate,
  deliverMail,
  checkPackage,
  checkLinks,
  convertFilm,
  submitAttempt,
  sweepOpenAttempts,
  sweepCertificates,
  sweepMails,
  sweepAccounts,
  sweepUploads,
  sweepPackages,
  sweepRunLog,
  forwardStatements,
  sweepStatements,
  applyRegrade,
  sweepRegrades,
  sweepAnswerFiles,
  sweepUnsavedFiles,
  computeQuizStatistics,
  sweepQuizStatistics,
  inviteToSession,
  sweepSessions,
  takeOverCourse,
  publishDraft,
  sweepPublications,
  moveLearners,
  completeMoved,
  sweepVersionMoves,
];

const workers = works.map(({ name, perform }) => {
  const worker = new Worker(
    name,
    perform,
    {
      connection: queueConnection(),
      concurrency: env().WORKER_CONCURRENCY,
      // A worker that was killed is noticed after this long, and its job goes to another.
      lockDuration: seconds(15),
      stalledInterval: seconds(5),
      maxStalledCount: 10,
    },
    createPostgresBackend,
  );
  worker.on("failed", (job, error) =>
    log.warn(
      { job: job?.id, queue: name, attempt: job?.attemptsMade, err: withoutAddresses(error) },
      "job failed",
    ),
  );
  worker.on("error", (error) => log.error({ err: error, queue: name }, "worker connection failed"));
  return worker;
});

await writeSchedule();
const stopHeartbeat = await startHeartbeat(newId());
log.info({ jobs: works.map(({ name }) => name) }, "worker is at work");

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, () => {
    setTimeout(() => process.exit(0), seconds(8)).unref();
    void stop();
  });
}

/** Finishes the jobs under way, then ends. */
async function stop() {
  await Promise.all(workers.map((worker) => worker.close()));
  await stopHeartbeat();
  await closeQueues();
  await db.$disconnect();
  process.exit(0);
}

/** Mail servers repeat addresses in their answers; the log holds none. */
function withoutAddresses({ name, message, stack }: Error) {
  const hide = (text = "") => text.replace(/[^\s<>@]+@[^\s<>@]+/g, "…@…");
  return { type: name, message: hide(message), stack: hide(stack) };
}
