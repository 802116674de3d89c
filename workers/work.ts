import { type Job, UnrecoverableError } from "bullmq";

import { RefusalError } from "#app/platform/errors.ts";
import type { JobDefinition } from "#app/platform/job.ts";

export type Work = { name: string; perform: (job: Pick<Job, "data">) => Promise<void> };

/** Binds a kind of job to what performs it. A refusal is final; anything else is tried again. */
export function work<Payload>(
  job: JobDefinition<Payload>,
  perform: (payload: Payload) => Promise<void>,
): Work {
  return {
    name: job.name,
    async perform({ data }) {
      try {
        await perform(job.payload.parse(data));
      } catch (error) {
        if (error instanceof RefusalError) throw new UnrecoverableError(error.message);
        throw error;
      }
    },
  };
}
