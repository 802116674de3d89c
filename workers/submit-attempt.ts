import { submitAttempt } from "#app/assessment/jobs.ts";
import { submitOverdueAttempt } from "#app/certification/learner-steps.server.ts";

import { work } from "./work.ts";

/** Safe to retry: an attempt that is submitted, or has time again, is left alone. */
export default work(submitAttempt, ({ attemptId }) => submitOverdueAttempt(attemptId));
