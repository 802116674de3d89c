import { sweepOpenAttempts } from "#app/assessment/jobs.ts";
import { submitOverdueAttempts } from "#app/certification/learner-steps.server.ts";

import { work } from "./work.ts";

/** Safe to retry: each attempt is submitted once. */
export default work(sweepOpenAttempts, submitOverdueAttempts);
