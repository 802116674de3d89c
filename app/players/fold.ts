import type { LaunchMode } from "./boot.ts";
import { ownElements } from "./run-elements.ts";
import type { RunRecord } from "./run-record.ts";

const resultElement =
  /^cmi\.(core\.)?(score\.|lesson_status$|completion_status$|success_status$|progress_measure$|exit$)/;
const serverElements: string[] = [ownElements.initialized, ownElements.terminated, ownElements.reset];

/**
 * The element of the attempt's values that each record is folded into, by number of the record: of each element only
 * the newest of these records, and of an activity that begins anew nothing from before. The database, which knows what
 * came earlier, leaves out what is older than that (function fold_run_records).
 */
export function foldedElements(mode: LaunchMode, records: RunRecord[]): Map<number, string> {
  const inOrder = records.toSorted((a, b) => b.seq - a.seq);
  const taken = new Set<string>();
  const begunAnew = new Set<string>();
  const folded = new Map<number, string>();
  for (const record of inOrder) {
    const { activity, seq } = record;
    const element = elementOf(record);
    // A review shows a finished attempt: the package may keep its place in it, but not undo it.
    if (element === null || (mode === "review" && !isKeptInReview(element))) continue;
    const key = `${activity}\n${element}`;
    if (!begunAnew.has(activity) && !taken.has(key)) folded.set(seq, element);
    taken.add(key);
    if (element === ownElements.reset) begunAnew.add(activity);
  }
  return folded;
}

function elementOf({ kind, element }: RunRecord): string | null {
  if (kind === "set") return element === undefined || serverElements.includes(element) ? null : element;
  if (kind === "initialize") return ownElements.initialized;
  if (kind === "terminate") return ownElements.terminated;
  return kind === "reset" ? ownElements.reset : null;
}

function isKeptInReview(element: string): boolean {
  return !resultElement.test(element) && !serverElements.includes(element) && element !== ownElements.root;
}

/** Of what packages set all the time, these tell a place or an answer and never a status or a score. */
const harmless =
  /^(cmi\.(core\.)?(lesson_location|location|session_time)|cmi\.suspend_data|cmi\.(interactions|comments|comments_from_learner|learner_preference|student_preference)\b.*|sigurna\.(sequencing|globalObjectives|sharedData)|h5p\.(state|data)(\/.*)?)$/;

/** Whether the result of an attempt may be another with this record. When in doubt it may. */
export function canChangeResult({ kind, element }: RunRecord): boolean {
  if (kind === "set") return !harmless.test(element ?? "");
  return kind === "initialize" || kind === "terminate" || kind === "reset" || kind === "statement";
}
