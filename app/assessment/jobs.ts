import { z } from "zod";

import { job } from "#app/platform/job.ts";

/** At its deadline and the grace after it. */
export const submitAttempt = job("submit-attempt", z.object({ attemptId: z.string() }));

export const sweepOpenAttempts = job("sweep-open-attempts", z.object({}));
