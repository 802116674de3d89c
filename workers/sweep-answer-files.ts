import { sweepUnheldAnswerFiles } from "#app/assessment/answer-file-sweep.server.ts";
import { sweepAnswerFiles } from "#app/assessment/jobs.ts";

import { work } from "./work.ts";

/** Safe to retry: only what belongs to no answer is deleted. */
export default work(sweepAnswerFiles, async () => {
  await sweepUnheldAnswerFiles();
});
