import { stat } from "node:fs/promises";
import { basename } from "node:path";

import { makeSharedBank } from "#app/assessment/bank-directory.server.ts";
import { importQuestions, previewImport } from "#app/assessment/exchange/bank-import.server.ts";
import type { Sentence } from "#app/assessment/exchange/exchange.ts";
import { importLimits } from "#app/assessment/exchange/import-form.ts";
import type { Actor } from "#app/identity/actor.ts";
import { i18nFor } from "#app/platform/messages.server.ts";

/** What became of one file. Sentences are in English. */
export type QuestionTrial = {
  name: string;
  format: string | null;
  refused: string | null;
  questions: { name: string; key: string; type: string; category: string; notes: string[] }[];
  leftOut: { name: string; reason: string }[];
  notes: string[];
  added: number;
  seconds: number;
  /** Ours to mend. */
  faults: string[];
};

/** Longer is a hang. */
const longestSeconds = 120;

export async function tryQuestions(author: Actor, path: string): Promise<QuestionTrial> {
  const { t } = i18nFor("en");
  const said = ({ key, values }: Sentence) => t(key, values);
  const name = basename(path);
  const trial: QuestionTrial = {
    name,
    format: null,
    refused: null,
    questions: [],
    leftOut: [],
    notes: [],
    added: 0,
    seconds: 0,
    faults: [],
  };
  const started = performance.now();
  try {
    const file = { name, path, isTooLarge: (await stat(path)).size > importLimits.maxFileBytes };
    const choices = { language: "en" as const, category: "Imported" };
    const bankId = await makeSharedBank(author, name);
    const { preview, refusal } = await previewImport(author, bankId, file, choices);
    if (refusal) trial.refused = said(refusal);
    if (preview) {
      trial.format = preview.format;
      trial.questions = preview.questions.map(({ standing: _, notes, ...question }) => ({
        ...question,
        notes: notes.map(said),
      }));
      trial.leftOut = preview.leftOut.map(({ name: left, reason }) => ({ name: left, reason: said(reason) }));
      trial.notes = preview.notes.map(said);
      const collision = "new-key" as const;
      trial.added = (await importQuestions(author, bankId, preview.token, { ...choices, collision })).added;
      if (trial.added !== preview.questions.length) {
        trial.faults.push(`${preview.questions.length} recognised, ${trial.added} saved`);
      }
      const second = await previewImport(author, bankId, file, choices);
      const changed = second.preview?.questions.filter(({ standing }) => standing !== "same") ?? [];
      if (changed.length > 0) trial.faults.push(`${changed.length} not known again when imported twice`);
    }
  } catch (error) {
    trial.faults.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  trial.seconds = Math.round((performance.now() - started) / 100) / 10;
  if (trial.seconds > longestSeconds) trial.faults.push(`took ${trial.seconds} s`);
  return trial;
}
