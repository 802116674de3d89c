import type { Actor } from "#app/identity/actor.ts";
import { mediaKey } from "#app/library/media-key.ts";
import { slugOf } from "#app/library/slug.ts";
import { db } from "#app/platform/db.server.ts";
import { isDerivedLanguage, type Language, writtenLanguages } from "#app/platform/languages.ts";
import { readFile } from "#app/platform/storage.server.ts";

import { requireBank } from "../bank.server.ts";
import { getQuestionVersions } from "../stored-question.server.ts";
import type { ExchangeQuestion } from "./exchange.ts";
import { lossesOf, type WrittenFormat, writtenFormats } from "./losses.ts";
import { type WrittenFile, writtenFile } from "./written-file.server.ts";

type BankContent = { title: string; categories: string[]; questions: ExchangeQuestion[] };

/** Everything in a bank that the actor may look at, in its current versions. Throws like `requireBank`. */
async function bankContent(actor: Actor, bankId: string): Promise<BankContent> {
  const { title } = await requireBank(actor, bankId);
  const [categories, rows] = await Promise.all([
    db.questionCategory.findMany({ where: { bankId }, orderBy: { path: "asc" }, select: { path: true } }),
    db.bankQuestion.findMany({
      where: { bankId, currentVersionId: { not: null } },
      orderBy: [{ category: { path: "asc" } }, { key: "asc" }],
      select: { key: true, retiredAt: true, currentVersionId: true, category: { select: { path: true } } },
    }),
  ]);
  const stored = await getQuestionVersions(rows.map(({ currentVersionId }) => currentVersionId as string));
  const questions = rows.map((row, index): ExchangeQuestion => {
    const { question, texts, media } = stored[index] as (typeof stored)[number];
    return {
      name: row.key,
      category: row.category.path,
      isRetired: row.retiredAt !== null,
      structure: { ...question, id: row.key },
      texts: Object.fromEntries([...texts].filter(([language]) => !isDerivedLanguage(language))),
      media: media.map(({ name, contentType, sha256 }) => ({
        name,
        contentType,
        read: () => readFile(mediaKey(sha256)),
      })),
    };
  });
  return { title, categories: categories.map(({ path }) => path), questions };
}

/**
 * What each format would lose of the bank. Foreign formats hold one language: the wanted one, or where nothing is written
 * in it, the one in which most is. Throws like `requireBank`.
 */
export async function exportPreview(actor: Actor, bankId: string, wanted: Language) {
  const { title, questions } = await bankContent(actor, bankId);
  const languages = writtenLanguages
    .map((language) => ({ language, count: questions.filter(({ texts }) => texts[language]).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  const language = (languages.find((one) => one.language === wanted) ?? languages[0])?.language ?? wanted;
  return {
    title,
    count: questions.length,
    language,
    languages,
    formats: writtenFormats.map((format) => ({ format, ...lossesOf(format, questions, language) })),
  };
}

/** The bank as a file. `language` is what foreign formats are written in. Throws like `requireBank`. */
export async function exportBank(
  actor: Actor,
  bankId: string,
  format: WrittenFormat,
  language: Language,
): Promise<WrittenFile & { fileName: string }> {
  const { title, ...content } = await bankContent(actor, bankId);
  const file = await writtenFile(format, content, language);
  return { ...file, fileName: `${slugOf(title, "questions")}-${format}.${file.ending}` };
}
