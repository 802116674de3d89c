import { performDueMoves } from "#app/certification/version-move.server.ts";
import { sweepVersionMoves } from "#app/learning/jobs.ts";

import { work } from "./work.ts";

/** Safe to retry: who was moved is not found again. */
export default work(sweepVersionMoves, () => performDueMoves());
