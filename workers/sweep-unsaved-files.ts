import { sweepUnsavedFiles as job } from "#app/assessment/jobs.ts";
import { sweepUnsavedFiles } from "#app/assessment/unsaved-file-sweep.server.ts";

import { work } from "./work.ts";

/** Safe to retry: only what no question and no course has is deleted. */
export default work(job, async () => {
  await sweepUnsavedFiles();
});
