import { step } from "#scripts/steps.js";

import { type CommitLoad, measureCommits } from "./commits.ts";
import { type LaunchTime, measureLaunch } from "./launch-time.ts";
import { type FileLoads, measureFiles } from "./package-files.ts";
import { type ImportTime, measureImport } from "./package-import.ts";
import { type PlayerPart, playerParts } from "./player-parts.ts";
import { probeLearners } from "./probe-course.ts";
import type { Site } from "./site.ts";

/** Packages: what it costs to keep what they report, to show them, and to take one in. */
export type Players = {
  commits: CommitLoad[];
  launch: LaunchTime;
  files: FileLoads;
  packageImport: ImportTime;
};

/** Measures these parts. `helloAddress` is for the launch. */
export async function measurePlayers<Part extends PlayerPart>(
  site: Site,
  parts: readonly Part[],
  helloAddress: string,
): Promise<Pick<Players, Part>> {
  // One whose player nobody has open: the first to launch it.
  const [first, second, ...learners] = await step("Learners with packages", () =>
    probeLearners(site.directory, 102),
  );
  if (!first || !second) throw new Error("nobody has a package");
  const work = {
    packageImport: () => step("Import of 200 MB", () => measureImport(site)),
    commits: () => step("Commits of 1, 10 and 100 learners", () => measureCommits(learners)),
    files: () => step("Files of packages", () => measureFiles(site, second)),
    launch: () => step("Launch to first call", () => measureLaunch(site, first, helloAddress)),
  };
  const measured: Partial<Players> = {};
  for (const part of playerParts) {
    if ((parts as readonly PlayerPart[]).includes(part))
      Object.assign(measured, { [part]: await work[part]() });
  }
  return measured as Pick<Players, Part>;
}
