import type { Actor } from "#app/identity/actor.ts";
import { db } from "#app/platform/db.server.ts";
import type { Language } from "#app/platform/languages.ts";
import { withPlainMarks } from "#app/platform/plain-marks.ts";
import { toSerbianLatin } from "#app/platform/transliterate.ts";
import type { Prisma } from "#prisma/generated/client.ts";

import type { BankFilter } from "./bank-filter.ts";
import { type Bank, requireBank } from "./bank.server.ts";
import { usedQuestions, whichAreUsed } from "./bank-uses.server.ts";
import { completenessOf, type Completeness, isCompleteIn } from "./completeness.ts";
import { getQuestionVersions, questionTextIn, type StoredQuestion } from "./stored-question.server.ts";

export const questionsOnPage = 50;

export type BankRow = {
  id: string;
  key: string;
  type: StoredQuestion["question"]["type"];
  /** The question in the reader's language, or in another. */
  q: string;
  category: string;
  tags: string[];
  difficulty: string | null;
  isCritical: boolean;
  isRecheck: boolean;
  isRetired: boolean;
  isUsed: boolean;
  completeness: Completeness[];
};

export type BankContent = {
  bank: Bank & { canChange: boolean; courseSlug: string | null };
  rows: BankRow[];
  found: number;
  /** Of the bank, whatever the filter. */
  total: number;
  pageCount: number;
  categories: string[];
  tags: string[];
  lessons: string[];
};

/** The questions of a bank that a filter leaves, a page of them, and what can be filtered by. Throws like `requireBank`. */
export async function searchBank(
  actor: Actor,
  bankId: string,
  filter: BankFilter,
  language: Language,
): Promise<BankContent> {
  const bank = await requireBank(actor, bankId);
  const [found, total, course, facets] = await Promise.all([
    findMatching(bankId, filter),
    db.bankQuestion.count({ where: { bankId } }),
    bank.courseId ? db.course.findUnique({ where: { id: bank.courseId }, select: { slug: true } }) : null,
    facetsOf(bankId),
  ]);
  const pageCount = Math.max(1, Math.ceil(found.length / questionsOnPage));
  const first = (Math.min(filter.page, pageCount) - 1) * questionsOnPage;
  return {
    bank: { ...bank, courseSlug: course?.slug ?? null },
    rows: await rowsOf(found.slice(first, first + questionsOnPage), language),
    found: found.length,
    total,
    pageCount,
    ...facets,
  };
}

type Found = {
  id: string;
  key: string;
  currentVersionId: string | null;
  retiredAt: Date | null;
  category: { path: string };
};

/** Ids of all questions that a filter leaves, on every page. Throws like `requireBank`. */
export async function matchingQuestions(actor: Actor, bankId: string, filter: BankFilter): Promise<string[]> {
  await requireBank(actor, bankId);
  return (await findMatching(bankId, filter)).map(({ id }) => id);
}

async function findMatching(bankId: string, filter: BankFilter): Promise<Found[]> {
  const rows = await db.bankQuestion.findMany({
    where: { AND: [{ bankId, currentVersionId: { not: null } }, ...(await conditionsOf(filter))] },
    orderBy: [{ category: { path: "asc" } }, { key: "asc" }],
    select: {
      id: true,
      key: true,
      currentVersionId: true,
      retiredAt: true,
      category: { select: { path: true } },
    },
  });
  const { search, incomplete } = filter;
  if (search === "" && incomplete === null) return rows;
  const versions = await versionsOf(rows);
  return rows.filter((row) => {
    const stored = versions.get(row.id) as StoredQuestion;
    return (
      (incomplete === null || !isCompleteIn(stored, incomplete)) &&
      (search === "" || holds(row.key, stored, search))
    );
  });
}

async function conditionsOf(filter: BankFilter): Promise<Prisma.BankQuestionWhereInput[]> {
  const { category, tag, lesson, difficulty, type, mark, state, use } = filter;
  const inStructure = (path: string, equals: string | boolean) => ({
    currentVersion: { structure: { path: [path], equals } },
  });
  const conditions: Prisma.BankQuestionWhereInput[] = [];
  if (category)
    conditions.push({ category: { OR: [{ path: category }, { path: { startsWith: `${category}/` } }] } });
  if (tag) conditions.push({ currentVersion: { structure: { path: ["tags"], array_contains: [tag] } } });
  if (lesson) conditions.push(inStructure("lesson", lesson));
  if (difficulty) conditions.push(inStructure("difficulty", difficulty));
  if (type) conditions.push(inStructure("type", type));
  if (mark) conditions.push(inStructure(mark, true));
  if (state !== "all") conditions.push({ retiredAt: state === "retired" ? { not: null } : null });
  if (use === "used") conditions.push(await usedQuestions());
  if (use === "unused") conditions.push({ NOT: await usedQuestions() });
  return conditions;
}

async function versionsOf(rows: Found[]): Promise<Map<string, StoredQuestion>> {
  const stored = await getQuestionVersions(rows.map(({ currentVersionId }) => currentVersionId as string));
  return new Map(rows.map(({ id }, index) => [id, stored[index] as StoredQuestion]));
}

/** Whether a question holds a text in any language, whatever the letters' case, diacritics and script and the marks' shape. */
function holds(key: string, { texts }: StoredQuestion, search: string): boolean {
  const wanted = plain(search);
  return (
    plain(key).includes(wanted) ||
    [...texts.values()].some((text) => wordsIn(text).some((words) => plain(words).includes(wanted)))
  );
}

function wordsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return value && typeof value === "object" ? Object.values(value).flatMap(wordsIn) : [];
}

function plain(text: string): string {
  return toSerbianLatin(withPlainMarks(text))
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("đ", "d");
}

async function rowsOf(found: Found[], language: Language): Promise<BankRow[]> {
  const [versions, used] = await Promise.all([
    versionsOf(found),
    whichAreUsed(
      db,
      found.map(({ id }) => id),
    ),
  ]);
  return found.map(({ id, key, retiredAt, category }) => {
    const stored = versions.get(id) as StoredQuestion;
    const { question } = stored;
    return {
      id,
      key,
      type: question.type,
      q: questionTextIn(stored, language).text.q,
      category: category.path,
      tags: question.tags,
      difficulty: question.difficulty ?? null,
      isCritical: question.critical,
      isRecheck: question.recheck,
      isRetired: retiredAt !== null,
      isUsed: used.has(id),
      completeness: completenessOf(stored),
    };
  });
}

/** What the questions of a bank can be told apart by. */
async function facetsOf(bankId: string): Promise<Pick<BankContent, "categories" | "tags" | "lessons">> {
  const [categories, tags, lessons] = await Promise.all([
    db.questionCategory.findMany({ where: { bankId }, orderBy: { path: "asc" }, select: { path: true } }),
    db.$queryRaw<{ value: string }[]>`
      SELECT DISTINCT jsonb_array_elements_text(version.structure->'tags') AS value
      FROM bank_question question JOIN question_version version ON version.id = question.current_version_id
      WHERE question.bank_id = ${bankId} ORDER BY value`,
    db.$queryRaw<{ value: string }[]>`
      SELECT DISTINCT version.structure->>'lesson' AS value
      FROM bank_question question JOIN question_version version ON version.id = question.current_version_id
      WHERE question.bank_id = ${bankId} AND version.structure->>'lesson' IS NOT NULL ORDER BY value`,
  ]);
  return {
    categories: withParents(categories.map(({ path }) => path)),
    tags: tags.map(({ value }) => value),
    lessons: lessons.map(({ value }) => value),
  };
}

/** A category inside others makes these choosable too: "Consent/Images" also "Consent". */
function withParents(paths: string[]): string[] {
  const all = paths.flatMap((path) =>
    path.split("/").map((_, index, names) => names.slice(0, index + 1).join("/")),
  );
  return [...new Set(all)].sort();
}
