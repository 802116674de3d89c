import { performMove } from "#app/certification/version-move.server.ts";
import { moveLearners } from "#app/learning/jobs.ts";

import { work } from "./work.ts";

/** Safe to retry: who was moved is not found again. */
export default work(moveLearners, ({ courseId }) => performMove(courseId));
