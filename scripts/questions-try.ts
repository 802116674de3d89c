/**
 * `npm run questions:try -- <file-or-folder> … [--json <file>]`: what becomes of files of questions. Each is read,
 * imported into a bank of its own in a scratch database, and imported again, which must change nothing. Prints a table and
 * writes JSON (questions-try.json). Ends with 1 only when something is ours to mend.
 */
import { tableOf } from "./questions-try/table.ts";
import type { QuestionTrial } from "./questions-try/trial.ts";
import { withScratchDatabase } from "./scratch-database.ts";
import { tryFiles } from "./try-files.ts";

await tryFiles<QuestionTrial>({
  json: "questions-try.json",
  ending: /\.(xml|zip|imscc|gift|txt|csv|tsv|json)$/i,
  remedy: "Name files of questions, or folders with some: npm run questions:try -- bank.xml",
  imported: ({ questions }) => questions.length,
  tableOf,
  tryAll: (paths, tell) =>
    withScratchDatabase("questions", async () => {
      const { tryQuestions } = await import("./questions-try/trial.ts");
      const { newPerson } = await import("./packages-try/publish.ts");
      const author = await newPerson("administrator");
      const trials: QuestionTrial[] = [];
      for (const path of paths) {
        const trial = await tryQuestions(author, path);
        tell(trial);
        trials.push(trial);
      }
      return trials;
    }),
});
