import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";

import { findFiles } from "./find-files.ts";
import { setUp } from "./setup.js";
import { giveUp, Remedy } from "./steps.js";

/** What came of one file. `faults` are ours to mend. */
type Trial = {
  name: string;
  leftOut: unknown[];
  refused: string | null;
  seconds: number;
  faults: string[];
};

/** A command that tries files: what their names end like, what to say when none is named, what it does with them. */
type Command<Tried extends Trial> = {
  json: string;
  ending: RegExp;
  remedy: string;
  /** Each in turn; `tell` is called with every trial. */
  tryAll: (paths: string[], tell: (trial: Tried) => void) => Promise<Tried[]>;
  imported: (trial: Tried) => number;
  tableOf: (trials: Tried[]) => string;
};

/**
 * Runs a command `<file-or-folder> … [--json <file>]`: tells of each file, prints a table, writes JSON, and ends with 1
 * only when something is ours to mend.
 */
export async function tryFiles<Tried extends Trial>(command: Command<Tried>): Promise<void> {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { json: { type: "string", default: command.json } },
    });
    const paths = findFiles(positionals, command.ending);
    if (paths.length === 0) throw new Remedy(command.remedy);
    await setUp({ withBuild: false });
    const trials = await command.tryAll(paths, (trial) =>
      console.log(lineOf(trial, command.imported(trial))),
    );
    writeFileSync(resolve(values.json), JSON.stringify(trials, null, 2));
    console.log(`\n${command.tableOf(trials)}`);
    process.exit(trials.every(({ faults }) => faults.length === 0) ? 0 : 1);
  } catch (error) {
    giveUp(error);
  }
}

function lineOf({ name, faults, seconds, leftOut, refused }: Trial, imported: number): string {
  const counts = refused ?? `${imported} imported, ${leftOut.length} left out`;
  return `${faults.length > 0 ? "✗" : "✓"} ${name}  ${counts}  ${seconds} s`;
}
