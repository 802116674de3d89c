import type { Rubric } from "#app/library/question-format.ts";
import type { Fields, FormErrors } from "#app/platform/form-fields.ts";

import type { MarkingTask } from "./marking.ts";
import { type CriteriaLevels, missingCriteria } from "./rubric.ts";

/** A mark as it is sent: `task` and `marksSeen` are what the page was made for. */
export type MarkForm = {
  levels: CriteriaLevels;
  comment: string;
  note: string;
  task: MarkingTask;
  marksSeen: number;
};

const longestText = 4000;

export const levelField = (criterion: string) => `level-${criterion}`;

/** Reads a mark from a form: `level-<criterion>` (place of the level), `comment`, `note`, `task`, `seen`. */
export function readMarkForm(
  rubric: Rubric,
  fields: Fields,
  isNoteNeeded: (task: MarkingTask) => boolean,
): { values: MarkForm; errors: null } | { values: null; errors: FormErrors } {
  const text = (name: string) => String(fields[name] ?? "").trim();
  const levels: CriteriaLevels = {};
  for (const { id } of rubric) {
    if (/^\d$/.test(text(levelField(id)))) levels[id] = Number(text(levelField(id)));
  }
  const task = (["mark", "decide", "review"] as const).find((name) => name === fields.task) ?? null;
  const errors: FormErrors = {};
  for (const id of missingCriteria(rubric, levels)) errors[levelField(id)] = "grading.chooseLevel";
  for (const name of ["comment", "note"]) {
    if (text(name).length > longestText) errors[name] = "grading.textTooLong";
  }
  if (isNoteNeeded(task) && text("note") === "") errors.note = "grading.noteMissing";
  if (Object.keys(errors).length > 0) return { values: null, errors };
  const marksSeen = Number(text("seen"));
  return { values: { levels, comment: text("comment"), note: text("note"), task, marksSeen }, errors: null };
}
