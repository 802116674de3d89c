import { z } from "zod";

import { job } from "#app/platform/job.ts";

export const applyRegrade = job("apply-regrade", z.object({ regradeId: z.string() }));

export const sweepRegrades = job("sweep-regrades", z.object({}));

export const sweepAnswerFiles = job("sweep-answer-files", z.object({}));
