import { sweepUploads } from "#app/authoring/jobs.ts";
import { tidyUploads } from "#app/authoring/upload-sweep.server.ts";

import { work } from "./work.ts";

/** Safe to retry: asking for a job that waits already changes nothing, and only what is given up is deleted. */
export default work(sweepUploads, async () => {
  await tidyUploads();
});
