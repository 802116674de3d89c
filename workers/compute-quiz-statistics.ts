import { computeQuizStatistics as compute } from "#app/assessment/quiz-statistics.server.ts";
import { computeQuizStatistics } from "#app/assessment/statistics/jobs.ts";

import { work } from "./work.ts";

/** Safe to retry: the figures are computed from the attempts and replace the former. */
export default work(computeQuizStatistics, ({ quizId }) => compute(quizId));
