import { checkPackage } from "#app/authoring/jobs.ts";
import { programFile } from "#app/platform/program-file.ts";

import { runAlone } from "./alone.ts";
import { work } from "./work.ts";

/**
 * Safe to retry: what a killed check has stored is taken again or swept, and a version is decided once. Each check has
 * a process of its own.
 */
export default work(checkPackage, async ({ packageVersionId }) => {
  const end = await runAlone(programFile("check-package"), [packageVersionId], { megabytes: 128 });
  if (end !== "done")
    throw new Error(`The check of package version ${packageVersionId} took too much memory.`);
});
