import { completeLately, performDueMoves } from "#app/certification/version-move.server.ts";
import { sweepVersionMoves } from "#app/learning/jobs.ts";

import { work } from "./work.ts";

/** Safe to retry: who was moved or has completed the course is not found again. */
export default work(sweepVersionMoves, async () => {
  await performDueMoves();
  await completeLately();
});
