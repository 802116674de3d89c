/**
 * `npm run cartridge:try -- <file-or-folder> … [--json <file>]`: what becomes of Common Cartridges and backups of Moodle
 * courses. Each is read, written as a course folder, checked as such and imported into a scratch database, twice, which
 * must change nothing. Prints a table and writes JSON (cartridge-try.json). Ends with 1 only when something is ours to
 * mend.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

import { findCartridges } from "./cartridge-try/find-files.ts";
import { tableOf } from "./cartridge-try/table.ts";
import type { CartridgeTrial } from "./cartridge-try/trial.ts";
import { withScratchDatabase } from "./scratch-database.ts";
import { setUp } from "./setup.js";
import { giveUp, Remedy } from "./steps.js";

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: "string", default: "cartridge-try.json" } },
  });
  const paths = findCartridges(positionals);
  if (paths.length === 0) {
    throw new Remedy(
      "Name cartridges or backups, or folders with some: npm run cartridge:try -- course.imscc",
    );
  }
  await setUp({ withBuild: false });
  const trials = await tryAll(paths);
  writeFileSync(resolve(values.json), JSON.stringify(trials, null, 2));
  console.log(`\n${tableOf(trials)}`);
  process.exit(trials.every(({ faults }) => faults.length === 0) ? 0 : 1);
} catch (error) {
  giveUp(error);
}

function tryAll(paths: string[]): Promise<CartridgeTrial[]> {
  return withScratchDatabase("cartridges", async (directory) => {
    const { tryCartridge } = await import("./cartridge-try/trial.ts");
    const trials: CartridgeTrial[] = [];
    const slugs = new Set<string>();
    for (const [index, path] of paths.entries()) {
      const workshop = join(directory, `course-${index + 1}`);
      mkdirSync(workshop);
      const trial = await tryCartridge(path, { workshop, slugs });
      const { name, faults, seconds, imported, leftOut, refused } = trial;
      const counts = refused ?? `${imported.length} imported, ${leftOut.length} left out`;
      console.log(`${faults.length > 0 ? "✗" : "✓"} ${name}  ${counts}  ${seconds} s`);
      trials.push(trial);
    }
    return trials;
  });
}
