import type { Actor } from "#app/identity/actor.ts";
import type { QuestionText } from "#app/library/question-format.ts";
import { db } from "#app/platform/db.server.ts";
import type { MessageKey, MessageValues } from "#app/platform/i18n.tsx";
import { baseOf, type Language } from "#app/platform/languages.ts";

import { requireBank, requireChangeableBank } from "./bank.server.ts";
import { contentOfStored, getBankQuestion, type Saved, saveQuestion } from "./bank-question.server.ts";
import { completenessOf, mainLanguage, translatedFrom } from "./completeness.ts";
import { translationOfForm } from "./editor/question-form.ts";
import { textFields } from "./editor/text-form.ts";
import { textParts } from "./editor/text-parts.ts";
import { findPooled, type PooledQuestion } from "./quiz-questions.server.ts";
import { questionTextIn } from "./stored-question.server.ts";
import { forgetSource, sourcesOf } from "./translated-question.server.ts";

type QuestionState = "unwritten" | "unfinished" | "behind" | "done" | "based";

/** A text of a question beside what it is translated from; `before` is what that said when it was translated. */
type QuestionUnit = {
  name: string;
  label: MessageKey;
  values?: MessageValues;
  source: string;
  target: string;
  before: string;
};

export type QuestionTranslation = {
  id: string;
  key: string;
  versionId: string;
  category: string;
  /** In the reader's language. */
  q: string;
  written: number;
  needed: number;
  state: QuestionState;
  units: QuestionUnit[];
};

/**
 * The questions of a bank that may be asked, beside their translation into a language; `from` is what they are
 * translated from, and those that are not written in it are left out. Throws like `requireBank`.
 */
export async function questionTranslations(
  actor: Actor,
  bankId: string,
  { from, language, reader }: { from: Language; language: Language; reader: Language },
): Promise<QuestionTranslation[]> {
  await requireBank(actor, bankId);
  const pooled = await findPooled({ bankId, retiredAt: null });
  const sources = await sourcesOf(
    db,
    pooled.map(({ questionId }) => questionId),
    language,
  );
  return pooled.flatMap((question) => {
    const source = question.texts.get(from);
    if (!source || mainLanguage(question.texts) === language) return [];
    // What was noted is compared with the same language only.
    const isNoted = translatedFrom(question.texts, language) === from;
    const madeOf = isNoted ? sources.get(question.questionId) : undefined;
    return [translationOf(question, source, madeOf, { language, reader })];
  });
}

function translationOf(
  stored: PooledQuestion,
  source: QuestionText,
  madeOf: QuestionText | undefined,
  { language, reader }: { language: Language; reader: Language },
): QuestionTranslation {
  const { question, texts, questionId, versionId, key, category } = stored;
  const own = texts.get(language);
  const said = textFields(source);
  const [target, before] = [own ? textFields(own) : {}, textFields(madeOf ?? source)];
  const { written = 0, needed = 0 } = completenessOf(stored).find((one) => one.language === language) ?? {};
  const isBehind = Object.keys({ ...said, ...before }).some(
    (name) => (said[name] ?? "") !== (before[name] ?? ""),
  );
  return {
    id: questionId,
    key,
    versionId,
    category,
    q: questionTextIn(stored, reader).text.q,
    written,
    needed,
    state: stateOf({
      isBased: baseOf(language) !== null,
      isThere: own !== undefined,
      written,
      needed,
      isBehind,
    }),
    units: textParts(question)
      .filter(({ name }) => (said[name] ?? "") !== "" || (before[name] ?? "") !== "")
      .map(({ name, label, values }) => ({
        name,
        label,
        values,
        source: said[name] ?? "",
        target: target[name] ?? "",
        before: before[name] ?? "",
      })),
  };
}

function stateOf(of: {
  isBased: boolean;
  isThere: boolean;
  written: number;
  needed: number;
  isBehind: boolean;
}): QuestionState {
  if (!of.isThere) return of.isBased && of.written === of.needed ? "based" : "unwritten";
  if (of.written < of.needed) return "unfinished";
  return of.isBehind ? "behind" : "done";
}

/** Notes that a translation says what the question says now. Throws like `requireChangeableBank`, and NotFoundError. */
export async function noteCompared(
  actor: Actor,
  bankId: string,
  questionId: string,
  language: Language,
): Promise<void> {
  await requireChangeableBank(actor, bankId);
  await getBankQuestion(actor, bankId, questionId);
  await forgetSource(db, questionId, language);
}

/** Texts of a question in a further language, by the names of their units; the others stay. */
type WrittenTranslation = {
  questionId: string;
  versionId: string;
  language: Language;
  texts: ReadonlyMap<string, string>;
};

/** Whether a question can be saved with these texts: what belongs together is there, and so are the marks of gaps. */
export async function canTranslate(
  actor: Actor,
  bankId: string,
  { questionId, language, texts }: WrittenTranslation,
): Promise<boolean> {
  const { question } = await getBankQuestion(actor, bankId, questionId);
  return formOf(question.stored, language, texts).written !== null;
}

/** Writes them. Throws like `saveQuestion`. */
export async function writeQuestionTranslation(
  actor: Actor,
  bankId: string,
  { questionId, versionId, language, texts }: WrittenTranslation,
): Promise<Saved["kind"] | "refused"> {
  const { question } = await getBankQuestion(actor, bankId, questionId);
  const { written } = formOf(question.stored, language, texts);
  if (!written) return "refused";
  const saved = await saveQuestion(actor, bankId, questionId, {
    versionId,
    change: ({ stored }) => ({
      ...contentOfStored(stored),
      texts: new Map(stored.texts).set(language, written.text),
    }),
  });
  return saved.kind;
}

function formOf(
  { question, texts: all }: Pick<PooledQuestion, "question" | "texts">,
  language: Language,
  texts: ReadonlyMap<string, string>,
) {
  const own = all.get(language);
  return translationOfForm(question, { ...(own && textFields(own)), ...Object.fromEntries(texts) });
}
