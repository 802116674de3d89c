import { completeMoved as complete } from "#app/certification/version-move.server.ts";
import { completeMoved } from "#app/learning/jobs.ts";

import { work } from "./work.ts";

/** Safe to retry: who has completed the course is not found again. */
export default work(completeMoved, ({ courseVersionId }) => complete(courseVersionId));
