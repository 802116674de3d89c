/**
 * `npm run questions:try -- <file-or-folder> … [--json <file>]`: what becomes of files of questions. Each is read,
 * imported into a bank of its own in a scratch database, and imported again, which must change nothing. Prints a table and
 * writes JSON (questions-try.json). Ends with 1 only when something is ours to mend.
 */
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";

import { findQuestionFiles } from "./questions-try/find-files.ts";
import { tableOf } from "./questions-try/table.ts";
import type { QuestionTrial } from "./questions-try/trial.ts";
import { withScratchDatabase } from "./scratch-database.ts";
import { setUp } from "./setup.js";
import { giveUp, Remedy } from "./steps.js";

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: "string", default: "questions-try.json" } },
  });
  const paths = findQuestionFiles(positionals);
  if (paths.length === 0) {
    throw new Remedy("Name files of questions, or folders with some: npm run questions:try -- bank.xml");
  }
  await setUp({ withBuild: false });
  const trials = await tryAll(paths);
  writeFileSync(resolve(values.json), JSON.stringify(trials, null, 2));
  console.log(`\n${tableOf(trials)}`);
  process.exit(trials.every(({ faults }) => faults.length === 0) ? 0 : 1);
} catch (error) {
  giveUp(error);
}

function tryAll(paths: string[]): Promise<QuestionTrial[]> {
  return withScratchDatabase("questions", async () => {
    const { tryQuestions } = await import("./questions-try/trial.ts");
    const { newPerson } = await import("./packages-try/publish.ts");
    const author = await newPerson("administrator");
    const trials: QuestionTrial[] = [];
    for (const path of paths) {
      const trial = await tryQuestions(author, path);
      const { name, faults, seconds, questions, leftOut, refused } = trial;
      const counts = refused ?? `${questions.length} imported, ${leftOut.length} left out`;
      console.log(`${faults.length > 0 ? "✗" : "✓"} ${name}  ${counts}  ${seconds} s`);
      trials.push(trial);
    }
    return trials;
  });
}
