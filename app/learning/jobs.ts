import { z } from "zod";

import { job } from "#app/platform/job.ts";

/** On the day from which learners under way have to go on with another version. */
export const moveLearners = job("move-learners", z.object({ courseId: z.string() }));

export const sweepVersionMoves = job("sweep-version-moves", z.object({}));
