import { join } from "node:path";

import { checkPackage } from "#app/authoring/jobs.ts";

import { runAlone } from "./alone.ts";
import { work } from "./work.ts";

const program = join(import.meta.dirname, "check-package-alone.ts");

/**
 * Safe to retry: what a killed check has stored is taken again or swept, and a version is decided once. Each check has
 * a process of its own.
 */
export default work(checkPackage, async ({ packageVersionId }) => {
  const end = await runAlone(program, [packageVersionId], { megabytes: 128 });
  if (end !== "done")
    throw new Error(`The check of package version ${packageVersionId} took too much memory.`);
});
