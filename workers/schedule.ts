import {
  sweepAnswerFiles,
  sweepOpenAttempts,
  sweepQuizStatistics,
  sweepRegrades,
  sweepUnsavedFiles,
} from "#app/assessment/jobs.ts";
import { sweepPackages, sweepPublications, sweepUploads } from "#app/authoring/jobs.ts";
import { sweepCertificates } from "#app/certification/jobs.ts";
import { sweepAccounts } from "#app/identity/jobs.ts";
import { sweepVersionMoves } from "#app/learning/jobs.ts";
import { sweepSessions } from "#app/live-sessions/jobs.ts";
import { sweepMails } from "#app/notifications/jobs.ts";
import { hours, minutes } from "#app/platform/clock.ts";
import { queueOf } from "#app/platform/queue.server.ts";
import { sweepRunLog, sweepStatements } from "#app/players/jobs.ts";

/** Every recurring job. Several workers may write this at once: a schedule is known by its name. */
const schedule = [
  { job: sweepCertificates, every: minutes(1) },
  { job: sweepOpenAttempts, every: minutes(1) },
  { job: sweepMails, every: minutes(2) },
  { job: sweepUploads, every: minutes(1) },
  { job: sweepPublications, every: minutes(1) },
  { job: sweepVersionMoves, every: minutes(1) },
  { job: sweepStatements, every: minutes(1) },
  { job: sweepRegrades, every: minutes(1) },
  { job: sweepAnswerFiles, every: hours(6) },
  { job: sweepUnsavedFiles, every: hours(6) },
  { job: sweepQuizStatistics, every: minutes(5) },
  { job: sweepSessions, every: minutes(5) },
  { job: sweepAccounts, every: hours(6) },
  { job: sweepPackages, every: hours(6) },
  { job: sweepRunLog, every: hours(6) },
];

export async function writeSchedule(): Promise<void> {
  for (const { job, every } of schedule) {
    await queueOf(job.name).upsertJobScheduler(job.name, { every }, { name: job.name, data: {} });
  }
}
