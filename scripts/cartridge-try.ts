/**
 * `npm run cartridge:try -- <file-or-folder> … [--json <file>]`: what becomes of Common Cartridges and backups of Moodle
 * courses. Each is read, written as a course folder, checked as such and imported into a scratch database, twice, which
 * must change nothing. Prints a table and writes JSON (cartridge-try.json). Ends with 1 only when something is ours to
 * mend.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";

import { tableOf } from "./cartridge-try/table.ts";
import type { CartridgeTrial } from "./cartridge-try/trial.ts";
import { withScratchDatabase } from "./scratch-database.ts";
import { tryFiles } from "./try-files.ts";

await tryFiles<CartridgeTrial>({
  json: "cartridge-try.json",
  ending: /\.(imscc|mbz|zip|tgz|tar\.gz)$/i,
  remedy: "Name cartridges or backups, or folders with some: npm run cartridge:try -- course.imscc",
  imported: ({ imported }) => imported.length,
  tableOf,
  tryAll: (paths, tell) =>
    withScratchDatabase("cartridges", async (directory) => {
      const { tryCartridge } = await import("./cartridge-try/trial.ts");
      const trials: CartridgeTrial[] = [];
      const slugs = new Set<string>();
      for (const [index, path] of paths.entries()) {
        const workshop = join(directory, `course-${index + 1}`);
        mkdirSync(workshop);
        const trial = await tryCartridge(path, { workshop, slugs });
        tell(trial);
        trials.push(trial);
      }
      return trials;
    }),
});
