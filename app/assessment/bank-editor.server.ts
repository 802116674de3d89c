import type { Actor } from "#app/identity/actor.ts";
import type { QuestionText, QuestionType } from "#app/library/question-format.ts";
import { ConflictError } from "#app/platform/errors.ts";
import type { FormErrors } from "#app/platform/http.server.ts";
import type { Language } from "#app/platform/languages.ts";

import { requireChangeableBank } from "./bank.server.ts";
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
import { questionOfForm, translationOfForm, type WrittenQuestion } from "./editor/question-form.ts";
import { type EditorSubmission, filesOfForm, withUploads } from "./editor-media.server.ts";
import type { QuestionContent } from "./question-version.server.ts";
import type { QuestionFile, StoredQuestion } from "./stored-question.server.ts";
import { type VersionChange, versionChanges } from "./version-changes.ts";

export type EditorOutcome =
  | { kind: "saved"; questionId: string; isNewVersion: boolean }
  /** Shown again with everything typed. `focus`: the field to go on at. */
  | {
      kind: "again";
      fields: FormFields;
      errors: FormErrors | null;
      focus: string | null;
      overtaken: Overtaken | null;
    };

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
  await requireChangeableBank(actor, bankId);
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

/** Takes the form of a question in the language it was written in first. Throws like `saveQuestion`. */
export async function submitQuestion(
  actor: Actor,
  bankId: string,
  questionId: string,
  submission: EditorSubmission,
): Promise<EditorOutcome> {
  const { question } = await changeable(actor, bankId, questionId);
  const form = await withUploads(submission, question.stored.media);
  const again = inBetween(form);
  if (again) return again;
  const { fields } = form;
  const { written, errors } = questionOfForm(question.stored.question.type, { ...fields, key: question.key });
  const category = categoryPath(fields.category ?? "");
  if (!written || category === "") return shown(fields, withCategoryFault(errors, category));
  const files = await filesOfForm(fields, question.stored.media);
  const change = (current: BankQuestion) => changedContent(current, written, fields, files);
  const saved = await saveQuestion(actor, bankId, questionId, {
    versionId: fields.version ?? "",
    category,
    change,
  });
  return outcomeOf(saved, questionId, fields, (stored) => change({ ...question, stored }));
}

/** Takes the form of a question's texts in a further language. Throws like `saveQuestion`. */
export async function submitTranslation(
  actor: Actor,
  bankId: string,
  questionId: string,
  language: Language,
  { fields }: EditorSubmission,
): Promise<EditorOutcome> {
  const { question } = await changeable(actor, bankId, questionId);
  const { written, errors } = translationOfForm(question.stored.question, fields);
  if (!written) return shown(fields, errors);
  const change = ({ stored }: { stored: StoredQuestion }) => ({
    ...contentOfStored(stored),
    texts: new Map(stored.texts).set(language, written.text),
  });
  const saved = await saveQuestion(actor, bankId, questionId, { versionId: fields.version ?? "", change });
  return outcomeOf(saved, questionId, fields, (stored) => change({ stored }));
}

async function changeable(actor: Actor, bankId: string, questionId: string) {
  await requireChangeableBank(actor, bankId);
  return getBankQuestion(actor, bankId, questionId);
}

/** What a button inside the form asked for, or a file that could not be taken; null when it is to be saved. */
function inBetween({
  fields,
  errors,
}: {
  fields: FormFields;
  errors: FormErrors | null;
}): EditorOutcome | null {
  const { do: pressed = "save", ...typed } = fields;
  if (errors) return shown(typed, errors);
  const act = formActOf(pressed);
  if (act) return { ...shown(typed, null), ...withAct(typed, act) };
  return pressed === "save" ? null : shown(typed, null);
}

function shown({ do: _, ...fields }: FormFields, errors: FormErrors | null) {
  return { kind: "again" as const, fields, errors, focus: null, overtaken: null };
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
): EditorOutcome {
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
