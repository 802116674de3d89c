import { z } from "zod";

import { job } from "#app/platform/job.ts";

export const applyRegrade = job("apply-regrade", z.object({ regradeId: z.string() }));

export const sweepRegrades = job("sweep-regrades", z.object({}));

export const sweepAnswerFiles = job("sweep-answer-files", z.object({}));

export const sweepUnsavedFiles = job("sweep-unsaved-files", z.object({}));

/** At its deadline and the grace after it. */
export const submitAttempt = job("submit-attempt", z.object({ attemptId: z.string() }));

export const sweepOpenAttempts = job("sweep-open-attempts", z.object({}));

export const computeQuizStatistics = job("compute-quiz-statistics", z.object({ quizId: z.string() }));

export const sweepQuizStatistics = job("sweep-quiz-statistics", z.object({}));
