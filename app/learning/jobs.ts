import { z } from "zod";

import { job } from "#app/platform/job.ts";

/** On the day from which learners under way have to go on with another version. */
export const moveLearners = job("move-learners", z.object({ courseId: z.string() }));

/** After a move: whoever has nothing left to do in the version that she is on now has completed the course. */
export const completeMoved = job("complete-moved", z.object({ courseVersionId: z.string() }));

export const sweepVersionMoves = job("sweep-version-moves", z.object({}));
