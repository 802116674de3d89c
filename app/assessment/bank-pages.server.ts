import type { Actor } from "#app/identity/actor.ts";
import { draftLessons } from "#app/library/draft-lessons.server.ts";
import { getCourseText, getCurrentCourse } from "#app/library/published-course.server.ts";
import type { QuestionType } from "#app/library/question-format.ts";
import { db } from "#app/platform/db.server.ts";
import type { Language } from "#app/platform/languages.ts";
import { i18nFor } from "#app/platform/messages.server.ts";

import { type Bank, requireBank, requireChangeableBank } from "./bank.server.ts";
import { listBanks } from "./bank-directory.server.ts";
import { type BankQuestion, getBankQuestion } from "./bank-question.server.ts";
import { nameQuizzes, usesOfQuestion } from "./bank-uses.server.ts";
import { completenessOf, mainLanguage, textOrBase } from "./completeness.ts";
import { mediaUrls } from "./editor-media.server.ts";
import type { CommonChoices } from "./editor/common-fields.tsx";
import type { FormFields } from "./editor/form-fields.ts";
import { newQuestionForm } from "./editor/new-form.ts";
import { formOfQuestion } from "./editor/question-form.ts";
import { textFields } from "./editor/text-form.ts";
import { questionTextIn } from "./stored-question.server.ts";

/** What the pages of the editor need beside the form. */
type EditorPage = {
  bank: Bank;
  fields: FormFields;
  mediaUrls: Record<string, string>;
  choices: CommonChoices;
};

/** The form of a new question. Throws like `requireChangeableBank`. */
export async function newQuestionPage(
  actor: Actor,
  bankId: string,
  type: QuestionType,
  language: Language,
): Promise<EditorPage> {
  const bank = await requireChangeableBank(actor, bankId);
  const choices = await choicesOf(bank, language);
  const fields = { ...newQuestionForm(type), category: await likelyCategory(bankId, language) };
  return { bank, fields, mediaUrls: {}, choices };
}

/** The category of the question that was written last, or a name for the first one. */
async function likelyCategory(bankId: string, language: Language): Promise<string> {
  const last = await db.questionVersion.findFirst({
    where: { number: 1, question: { bankId } },
    orderBy: { createdAt: "desc" },
    select: { question: { select: { category: { select: { path: true } } } } },
  });
  return last?.question.category.path ?? i18nFor(language).t("bank.firstCategory");
}

/** The form of a question, or of its texts in a further language. Throws like `requireChangeableBank`. */
export async function editorPage(actor: Actor, bankId: string, questionId: string, wanted: Language | null) {
  const bank = await requireChangeableBank(actor, bankId);
  const { question } = await getBankQuestion(actor, bankId, questionId);
  const { stored, key, category } = question;
  const main = mainLanguage(stored.texts);
  const language = wanted ?? main;
  const { text: original } = questionTextIn(stored, main);
  const text = textOrBase(stored.texts, language);
  const written = { structure: { ...stored.question, id: key }, text: original };
  const ofLanguage = language === main ? formOfQuestion(written) : text ? textFields(text) : {};
  const fields = { ...ofLanguage, category, version: stored.versionId };
  const { uses, attempts } = await usesOfQuestion(questionId);
  return {
    bank,
    questionId,
    key,
    type: stored.question.type,
    structure: stored.question,
    number: stored.number,
    isFromFolder: question.isFromFolder,
    isUsed: uses.length > 0 || attempts > 0,
    fields,
    mediaUrls: await mediaUrls(fields, stored.media),
    choices: await choicesOf(bank, language),
    language,
    main,
    original,
    completeness: completenessOf(stored),
  };
}

async function choicesOf(bank: Bank, language: Language): Promise<CommonChoices> {
  const [rows, ofCourse] = await Promise.all([
    db.questionCategory.findMany({ where: { bankId: bank.id }, orderBy: { path: "asc" } }),
    bank.courseId ? courseChoices(bank.courseId, language) : { lessons: [], facts: [] },
  ]);
  return { categories: rows.map(({ path }) => path), ...ofCourse };
}

async function courseChoices(courseId: string, language: Language) {
  const row = await db.course.findUniqueOrThrow({ where: { id: courseId }, select: { slug: true } });
  const { versionId, structure } = await getCurrentCourse(row.slug);
  const { text } = await getCourseText(versionId, language);
  const published = structure.course.outline
    .filter(({ kind }) => kind === "lesson")
    .map(({ id }) => ({ value: id, label: text.activities[id]?.title ?? id }));
  // A question may be written for a lesson that comes with the next version.
  const drafted = ((await draftLessons(courseId, language)) ?? []).map(({ id, title }) => ({
    value: id,
    label: title,
  }));
  const known = new Set(published.map(({ value }) => value));
  const lessons = [...published, ...drafted.filter(({ value }) => !known.has(value))];
  const facts = Object.entries(structure.course.sources).map(([id, { documents }]) => ({
    value: id,
    label: documents.map(({ publisher, title }) => `${publisher}: ${title}`).join("; "),
  }));
  return { lessons, facts };
}

/** Everything about a question on one page. Throws like `getBankQuestion`. */
export async function questionPage(actor: Actor, bankId: string, questionId: string, language: Language) {
  const { bank, question } = await getBankQuestion(actor, bankId, questionId);
  const [{ uses, attempts }, banks, versions] = await Promise.all([
    usesOfQuestion(questionId),
    listBanks(actor),
    db.questionVersion.count({ where: { questionId } }),
  ]);
  const { stored } = question;
  const shown = questionTextIn(stored, language);
  const quizzes = await nameQuizzes(
    uses.map(({ quizId }) => quizId),
    language,
  );
  return {
    bank,
    ...summaryOf(question),
    q: shown.text.q,
    uses: uses.flatMap(({ quizId, how }) => {
      const quiz = quizzes.get(quizId);
      return quiz ? [{ ...quiz, how }] : [];
    }),
    attempts,
    versions,
    completeness: completenessOf(stored),
    main: mainLanguage(stored.texts),
    targets: banks.filter(({ canChange }) => canChange).map(({ id, title }) => ({ id, title })),
  };
}

function summaryOf({ id, key, category, isRetired, isFromFolder, stored }: BankQuestion) {
  const { type, tags, lesson, difficulty, points, critical, recheck, facts, sources } = stored.question;
  const marks = { tags, lesson: lesson ?? null, difficulty: difficulty ?? null, points, critical, recheck };
  return {
    id,
    key,
    category,
    isRetired,
    isFromFolder,
    number: stored.number,
    type,
    ...marks,
    facts,
    sources,
  };
}

/** A bank that the actor may look at, with those she could move questions to. Throws like `requireBank`. */
export async function moveTargets(actor: Actor, bankId: string): Promise<{ id: string; title: string }[]> {
  await requireBank(actor, bankId);
  const banks = await listBanks(actor);
  return banks.filter((bank) => bank.canChange && bank.id !== bankId).map(({ id, title }) => ({ id, title }));
}
