import { z } from "zod";

import { job } from "#app/platform/job.ts";

export const forwardStatements = job("forward-statements", z.object({}));

export const sweepStatements = job("sweep-statements", z.object({}));

export const sweepRunLog = job("sweep-run-log", z.object({}));
