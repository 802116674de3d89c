import { fork } from "node:child_process";
import { join } from "node:path";

import { checkPackage } from "#app/authoring/jobs.ts";

import { work } from "./work.ts";

const program = join(import.meta.dirname, "check-package-alone.ts");
/** MiB. What a check needs does not grow with the package; more would only put off the collecting of garbage. */
const heap = ["--max-old-space-size=128", "--max-semi-space-size=2"];

/**
 * Safe to retry: what a killed check has stored is taken again or swept, and a version is decided once. Each check has
 * a process of its own: a package made to be dangerous takes no other job with it, and its memory is given back.
 */
export default work(checkPackage, async ({ packageVersionId }) => {
  const child = fork(program, [packageVersionId], { execArgv: [...heap, "--import", "tsx"] });
  const code = await new Promise((ended, failed) => {
    child.once("exit", (status, signal) => ended(status ?? signal));
    child.once("error", failed);
  });
  if (code !== 0) throw new Error(`The check of package version ${packageVersionId} ended with ${code}.`);
});
