import { computeQuizStatistics, sweepQuizStatistics } from "#app/assessment/jobs.ts";
import { checkPackage, sweepPackages, sweepUploads, takeOverCourse } from "#app/authoring/jobs.ts";
import { issueCertificate, sweepCertificates } from "#app/certification/jobs.ts";
import { type Actor, requireAdministrator } from "#app/identity/actor.ts";
import { sweepAccounts } from "#app/identity/jobs.ts";
import { deliverMail, sweepMails } from "#app/notifications/jobs.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { systemHealth } from "#app/platform/health.server.ts";
import { queueOf } from "#app/platform/queue.server.ts";
import { forwardStatements, sweepRunLog, sweepStatements } from "#app/players/jobs.ts";

const jobs = [
  issueCertificate,
  deliverMail,
  checkPackage,
  takeOverCourse,
  sweepCertificates,
  sweepMails,
  sweepAccounts,
  sweepUploads,
  sweepPackages,
  forwardStatements,
  sweepStatements,
  sweepRunLog,
  computeQuizStatistics,
  sweepQuizStatistics,
];

export type JobQueue = Awaited<ReturnType<typeof jobQueues>>["queues"][number];

/** Every kind of background work: what waits, what is under way, what failed and why. Throws ForbiddenError. */
export async function jobQueues(actor: Actor) {
  requireAdministrator(actor);
  const queues = await Promise.all(
    jobs.map(async ({ name }) => {
      const queue = queueOf(name);
      const [counts, failed] = await Promise.all([
        queue.getJobCounts("wait", "active", "delayed", "failed", "prioritized"),
        queue.getFailed(0, 49),
      ]);
      return {
        name,
        waiting: (counts.wait ?? 0) + (counts.prioritized ?? 0),
        active: counts.active ?? 0,
        delayed: counts.delayed ?? 0,
        failed: counts.failed ?? 0,
        failures: failed.flatMap((job) =>
          job.id
            ? [
                {
                  id: job.id,
                  reason: job.failedReason,
                  attempts: job.attemptsMade,
                  failedAt: job.finishedOn ? new Date(job.finishedOn) : null,
                },
              ]
            : [],
        ),
      };
    }),
  );
  return { queues, health: await systemHealth() };
}

/** Tries a failed job again. Throws ForbiddenError, NotFoundError. */
export async function retryJob(actor: Actor, queueName: string, jobId: string): Promise<void> {
  requireAdministrator(actor);
  if (!jobs.some(({ name }) => name === queueName)) throw new NotFoundError();
  const job = await queueOf(queueName).getJob(jobId);
  if (!job || !(await job.isFailed())) throw new NotFoundError();
  await job.retry("failed");
}
