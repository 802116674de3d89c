import { sweepPackages } from "#app/authoring/jobs.ts";
import { sweepPackageFiles } from "#app/library/package-sweep.server.ts";

import { work } from "./work.ts";

/** Safe to retry: only what belongs to no package is deleted. */
export default work(sweepPackages, async () => {
  await sweepPackageFiles();
});
