import type { Actor } from "#app/identity/actor.ts";
import { latinWordsOf } from "#app/library/course-source.server.ts";
import { inCyrillic } from "#app/library/cyrillic-text.ts";
import type { Question, QuestionText, QuestionType } from "#app/library/question-format.ts";
import { ConflictError } from "#app/platform/errors.ts";
import type { FormErrors } from "#app/platform/form-fields.ts";
import { derivedFrom, type Language } from "#app/platform/languages.ts";

import { type Bank, requireChangeableBank } from "./bank.server.ts";
import {
  addQuestion,
  type BankQuestion,
  contentOf,
  contentOfStored,
  getBankQuestion,
  type Saved,
  saveQuestion,
} from "./bank-question.server.ts";
import { categoryPath } from "./category-path.ts";
import { mainLanguage } from "./completeness.ts";
import { carriedText } from "./editor/carried-text.ts";
import { formActOf, withAct } from "./editor/form-acts.ts";
import type { FormFields } from "./editor/form-fields.ts";
import { textParts } from "./editor/text-parts.ts";
import {
  questionOfForm,
  structureOfForm,
  translationOfForm,
  type WrittenQuestion,
} from "./editor/question-form.ts";
import { type EditorSubmission, filesOfForm, mediaUrls, withUploads } from "./editor-media.server.ts";
import type { QuestionContent } from "./question-version.server.ts";
import type { QuestionFile, StoredQuestion } from "./stored-question.server.ts";
import { noteCompared } from "./question-translations.server.ts";
import { type VersionChange, versionChanges } from "./version-changes.ts";

export type EditorOutcome =
  { kind: "saved"; questionId: string; isNewVersion: boolean } | ({ kind: "again" } & ShownForm);

/** The form again with everything typed. `focus`: the field to go on at; `mediaUrls`: where its files are, by name. */
export type ShownForm = {
  fields: FormFields;
  errors: FormErrors | null;
  focus: string | null;
  overtaken: Overtaken | null;
  /** Of a form turned into Cyrillic, the words that stayed in Latin letters. */
  kept?: string[];
  mediaUrls: Record<string, string>;
};

type Again = { kind: "again" } & Omit<ShownForm, "mediaUrls">;
type Outcome = Exclude<EditorOutcome, { kind: "again" }> | Again;

/** Somebody else has saved the question meanwhile; `differences`: what the form says otherwise than that version. */
export type Overtaken = { number: number; differences: VersionChange[] };

/** Takes the form of a new question. Throws like `requireChangeableBank`. */
export async function submitNewQuestion(
  actor: Actor,
  bankId: string,
  type: QuestionType,
  language: Language,
  submission: EditorSubmission,
): Promise<EditorOutcome> {
  const bank = await requireChangeableBank(actor, bankId);
  const outcome = isIntoCyrillic(submission, language)
    ? await turned(bank, structureOfForm(type, submission.fields), await withUploads(submission, []))
    : await newQuestion(actor, bankId, { type, language, submission });
  return withMediaUrls(outcome, []);
}

type NewSubmission = { type: QuestionType; language: Language; submission: EditorSubmission };

async function newQuestion(
  actor: Actor,
  bankId: string,
  { type, language, submission }: NewSubmission,
): Promise<Outcome> {
  const form = await withUploads(submission, []);
  const again = inBetween(form);
  if (again) return again;
  const { fields } = form;
  const key = (fields.key ?? "").trim();
  const { written, errors } = questionOfForm(type, { ...fields, key: key || "new" });
  const category = categoryPath(fields.category ?? "");
  if (!written || category === "") return shown(fields, withCategoryFault(errors, category));
  try {
    const questionId = await addQuestion(actor, bankId, {
      key,
      category,
      structure: written.structure,
      texts: new Map([[language, written.text]]),
      files: await filesOfForm(fields, []),
    });
    return { kind: "saved", questionId, isNewVersion: true };
  } catch (error) {
    if (error instanceof ConflictError) return shown(fields, { key: "bank.keyTaken" });
    throw error;
  }
}

/**
 * Takes the form of a question in the language it was written in first (`language` null, or that one), or of its texts
 * in a further one. Throws like `saveQuestion`.
 */
export async function submitQuestion(
  actor: Actor,
  bankId: string,
  questionId: string,
  language: Language | null,
  submission: EditorSubmission,
): Promise<EditorOutcome> {
  const bank = await requireChangeableBank(actor, bankId);
  const { question } = await getBankQuestion(actor, bankId, questionId);
  const { texts, media } = question.stored;
  const main = mainLanguage(texts);
  const isMain = language === null || language === main;
  if (isIntoCyrillic(submission, language ?? main)) {
    const { question: asStored } = question.stored;
    // Parts that were added in the form are told by it, where it holds the whole question.
    const structure = isMain ? structureOfForm(asStored.type, submission.fields) : asStored;
    return withMediaUrls(await turned(bank, structure, await withUploads(submission, media)), media);
  }
  const outcome = isMain
    ? await editedQuestion(actor, bankId, question, submission)
    : await translatedQuestion(actor, bankId, question, { language, ...submission });
  return withMediaUrls(outcome, media);
}

async function withMediaUrls(outcome: Outcome, present: QuestionFile[]): Promise<EditorOutcome> {
  return outcome.kind === "saved"
    ? outcome
    : { ...outcome, mediaUrls: await mediaUrls(outcome.fields, present) };
}

async function editedQuestion(
  actor: Actor,
  bankId: string,
  question: BankQuestion,
  submission: EditorSubmission,
): Promise<Outcome> {
  const form = await withUploads(submission, question.stored.media);
  const again = inBetween(form);
  if (again) return again;
  const { fields } = form;
  const { written, errors } = questionOfForm(question.stored.question.type, { ...fields, key: question.key });
  const category = categoryPath(fields.category ?? "");
  if (!written || category === "") return shown(fields, withCategoryFault(errors, category));
  const files = await filesOfForm(fields, question.stored.media);
  const change = (current: BankQuestion) => changedContent(current, written, fields, files);
  const saved = await saveQuestion(actor, bankId, question.id, {
    versionId: fields.version ?? "",
    category,
    change,
  });
  return outcomeOf(saved, question.id, fields, (stored) => change({ ...question, stored }));
}

async function translatedQuestion(
  actor: Actor,
  bankId: string,
  question: BankQuestion,
  { language, fields }: { language: Language; fields: FormFields },
): Promise<Outcome> {
  const { written, errors } = translationOfForm(question.stored.question, fields);
  if (!written) return shown(fields, errors);
  const change = ({ stored }: { stored: StoredQuestion }) => ({
    ...contentOfStored(stored),
    texts: new Map(stored.texts).set(language, written.text),
  });
  const saved = await saveQuestion(actor, bankId, question.id, { versionId: fields.version ?? "", change });
  // It was written beside what the question says now.
  if (saved.kind === "saved") await noteCompared(actor, bankId, question.id, language);
  return outcomeOf(saved, question.id, fields, (stored) => change({ stored }));
}

function isIntoCyrillic({ fields }: EditorSubmission, language: Language): boolean {
  return fields.do === "cyrillic" && derivedFrom(language).length > 0;
}

/** The form with its texts in Cyrillic, and nothing saved. */
async function turned(
  { courseId }: Pick<Bank, "courseId">,
  structure: Question,
  { fields, errors }: { fields: FormFields; errors: FormErrors | null },
): Promise<Again> {
  const latin = courseId === null ? [] : await latinWordsOf(courseId);
  const kept = new Set<string>();
  const typed = { ...fields };
  for (const { name } of textParts(structure, fields)) {
    const { text, kept: words } = inCyrillic(fields[name] ?? "", latin);
    if (fields[name] !== undefined) typed[name] = text;
    for (const word of words) kept.add(word);
  }
  return { ...shown(typed, errors), kept: [...kept] };
}

/** What a button inside the form asked for, or a file that could not be taken; null when it is to be saved. */
function inBetween({ fields, errors }: { fields: FormFields; errors: FormErrors | null }): Again | null {
  const { do: pressed = "save", ...typed } = fields;
  if (errors) return shown(typed, errors);
  const act = formActOf(pressed);
  if (act) return { ...shown(typed, null), ...withAct(typed, act) };
  return pressed === "save" ? null : shown(typed, null);
}

function shown({ do: _, ...fields }: FormFields, errors: FormErrors | null): Again {
  return { kind: "again", fields, errors, focus: null, overtaken: null };
}

function withCategoryFault(errors: FormErrors | null, category: string): FormErrors {
  return { ...(category === "" ? { category: "bank.categoryMissing" as const } : {}), ...errors };
}

/** The other languages keep what belongs to parts that are still there. */
function changedContent(
  { key, stored }: BankQuestion,
  { structure, text }: WrittenQuestion,
  fields: FormFields,
  files: QuestionFile[],
): QuestionContent {
  const main = mainLanguage(stored.texts);
  const texts = new Map<Language, QuestionText>(
    [...stored.texts].map(([language, other]) => [
      language,
      language === main ? text : carriedText(other, structure, fields),
    ]),
  );
  return contentOf(structure, key, texts.set(main, text), files);
}

/** Who was overtaken sees her own words again; the next time she saves, hers go on top of the other's. */
function outcomeOf(
  saved: Saved,
  questionId: string,
  fields: FormFields,
  mine: (current: StoredQuestion) => QuestionContent,
): Outcome {
  if (saved.kind === "saved") return { kind: "saved", questionId, isNewVersion: saved.isNewVersion };
  const { current } = saved;
  return {
    ...shown({ ...fields, version: current.versionId }, null),
    overtaken: {
      number: current.number,
      differences: versionChanges(contentOfStored(current), mine(current)),
    },
  };
}
