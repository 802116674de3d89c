import { isSequenced } from "#app/library/package-activities.ts";

import type { Runner, Stage } from "./runner.ts";
import { sequencedRunner } from "./sequenced.ts";
import { singleScoRunner } from "./single-sco.ts";

/** A package with one activity is simply shown; several are played by their sequencing rules. */
export function scorm2004Runner(stage: Stage): Runner {
  const { structure } = stage.boot;
  if (structure.standard !== "scorm-2004") throw new Error("Not SCORM 2004");
  return isSequenced(structure) ? sequencedRunner(stage, structure) : singleScoRunner(stage, structure);
}
