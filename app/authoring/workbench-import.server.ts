import { z } from "zod";

import type { Actor } from "#app/identity/actor.ts";
import { type PackageRefusal, PackageRefusedError } from "#app/library/package-refusal.ts";
import { asTyped } from "#app/library/translation-unit.ts";
import { ConflictError } from "#app/platform/errors.ts";
import type { Language } from "#app/platform/languages.ts";

import { readDraftText } from "./draft.server.ts";
import { fileIdOf, questionFileId, questionPath, unitStates } from "./workbench-export.server.ts";
import type { TranslationPart } from "./workbench-part.server.ts";
import {
  importQuestions,
  plannedQuestion,
  type PlannedQuestion,
  plannedQuestionOf,
} from "./workbench-question-import.server.ts";
import { questionsOf } from "./workbench-questions.server.ts";
import { writePart } from "./workbench-writing.server.ts";
import {
  openWorkbench,
  partTitle,
  requirePart,
  requireTranslated,
  translatedLanguages,
  translationParts,
  type Workbench,
} from "./workbench.server.ts";
import type { XliffPreview } from "./xliff-preview.ts";
import { readXliff } from "./xliff-reading.ts";
import type { Xliff, XliffFile } from "./xliff.ts";

/** Of a file that translators' tools return; the largest course has not a tenth of it. */
export const maxXliffBytes = 8 * 1024 ** 2;

/** What would be written into one file of the draft. */
const plannedPart = z.object({
  name: z.string().nullable(),
  basis: z.string().nullable(),
  sourceBasis: z.string(),
  /** Every text of it has come back translated: it is noted as made of its source as it is. */
  isDone: z.boolean(),
  texts: z.array(z.tuple([z.string(), z.string()])),
});

const plan = z.object({
  language: z.string(),
  parts: z.array(plannedPart),
  questions: z.array(plannedQuestion).default([]),
});
type PlannedPart = z.infer<typeof plannedPart>;

/** Looks through a returned file. Throws like `requireDraft`. */
export async function previewXliff(
  actor: Actor,
  courseSlug: string,
  file: { name: string; bytes: Uint8Array },
  readerLanguage: Language,
): Promise<{ preview: XliffPreview } | { refusal: PackageRefusal }> {
  const workbench = await openWorkbench(actor, courseSlug, readerLanguage);
  try {
    const returned = readXliff(file.bytes, file.name);
    const language = translatedLanguages(workbench).find((tag) => tag === returned.target);
    if (!language) {
      return { refusal: { key: "workbench.refusedLanguage", values: { language: returned.target } } };
    }
    return { preview: await lookThrough(actor, workbench, language, returned) };
  } catch (error) {
    if (error instanceof PackageRefusedError) return { refusal: error.refusal };
    throw error;
  }
}

async function lookThrough(
  actor: Actor,
  workbench: Workbench,
  language: Language,
  { files }: Xliff,
): Promise<XliffPreview> {
  const parts = await translationParts(workbench, language);
  const preview: XliffPreview = {
    language,
    changes: [],
    done: [],
    changedSources: [],
    unknown: [],
    misfits: [],
    plan: "",
  };
  const planned: PlannedPart[] = [];
  const ofBank = await questionsOf(actor, workbench, { language, reader: language });
  const plannedOfBank: PlannedQuestion[] = [];
  for (const file of files) {
    const part = parts.find((one) => fileIdOf(one) === file.id && one.path === file.original);
    const question = ofBank.questions.find(
      ({ key }) => questionFileId(key) === file.id && questionPath(key) === file.original,
    );
    if (question)
      plannedOfBank.push(
        ...(await plannedQuestionOf(actor, { ...ofBank, language }, question, file, preview)),
      );
    else if (part) planned.push(...(await plannedFor(workbench, part, file, preview)));
    else preview.unknown.push(...file.units.map(({ id }) => `${file.original} ${id}`));
  }
  return { ...preview, plan: JSON.stringify({ language, parts: planned, questions: plannedOfBank }) };
}

async function plannedFor(
  workbench: Workbench,
  part: TranslationPart,
  file: XliffFile,
  preview: XliffPreview,
): Promise<PlannedPart[]> {
  const { draft } = workbench;
  const { name, path, sourcePath } = part;
  const title = partTitle(workbench, name);
  const known = new Map(part.units.map((unit) => [unit.id, unit]));
  const texts = new Map<string, string>();
  const confirmed = new Set<string>();
  for (const { id, source, target, state } of file.units) {
    const unit = known.get(id);
    if (!unit) preview.unknown.push(`${path} ${id}`);
    else if (asTyped(unit.source) !== asTyped(source)) preview.changedSources.push(`${path} ${id}`);
    else if (asTyped(target) !== "") {
      if (state !== "initial") confirmed.add(id);
      const before = unit.isTranslated ? unit.target : "";
      if (asTyped(target) === asTyped(before)) continue;
      texts.set(id, target);
      preview.changes.push({ name, title, id, before, after: target });
    }
  }
  const isDone = await becomesDone(draft.course.courseId, part, texts, confirmed);
  if (isDone) preview.done.push({ name, title });
  if (texts.size === 0 && !isDone) return [];
  const [written, source] = [await readDraftText(draft, path), await readDraftText(draft, sourcePath)];
  const bases = { basis: written?.basis ?? null, sourceBasis: source?.basis ?? "" };
  return [{ name, ...bases, isDone, texts: [...texts] }];
}

/** Every unit came back translated, and somebody has done something for it. */
async function becomesDone(
  courseId: string,
  part: TranslationPart,
  texts: ReadonlyMap<string, string>,
  confirmed: ReadonlySet<string>,
): Promise<boolean> {
  const units = part.units.filter(({ source }) => source !== "");
  if (part.state === "done" || !units.every(({ id }) => confirmed.has(id))) return false;
  return texts.size > 0 || [...(await unitStates(courseId, part)).values()].includes("initial");
}

/**
 * Writes what a preview has shown; returns the files that somebody has written meanwhile, which stay as they are. Throws
 * like `requirePart`, and ConflictError for a form that is not ours.
 */
export async function importXliff(
  actor: Actor,
  courseSlug: string,
  given: string,
  readerLanguage: Language,
): Promise<{ written: number; left: string[] }> {
  const workbench = await openWorkbench(actor, courseSlug, readerLanguage);
  const { language: tag, parts, questions } = parsedPlan(given);
  const language = requireTranslated(workbench, tag);
  const left: string[] = [];
  for (const { name, texts, ...form } of parts) {
    const part = await requirePart(workbench, language, name);
    const outcome = await writePart(actor, workbench, language, part, { ...form, texts: new Map(texts) });
    if (outcome.kind !== "saved") left.push(part.path);
  }
  left.push(...(await importQuestions(actor, workbench, language, questions)));
  return { written: parts.length + questions.length - left.length, left };
}

function parsedPlan(given: string): z.infer<typeof plan> {
  try {
    return plan.parse(JSON.parse(given));
  } catch {
    throw new ConflictError("authoring.formDamaged");
  }
}
