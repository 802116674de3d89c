import { sweepStaleStatistics } from "#app/assessment/quiz-statistics.server.ts";
import { sweepQuizStatistics } from "#app/assessment/statistics/jobs.ts";

import { work } from "./work.ts";

/** Safe to retry: asking for a job that waits already changes nothing. */
export default work(sweepQuizStatistics, sweepStaleStatistics);
