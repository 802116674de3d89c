import { z } from "zod";

import { job } from "#app/platform/job.ts";

export const sweepAccounts = job("sweep-accounts", z.object({}));
