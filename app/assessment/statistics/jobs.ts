import { z } from "zod";

import { job } from "#app/platform/job.ts";

export const computeQuizStatistics = job("compute-quiz-statistics", z.object({ quizId: z.string() }));

export const sweepQuizStatistics = job("sweep-quiz-statistics", z.object({}));
