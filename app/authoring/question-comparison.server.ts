import { questionsOfCourse } from "#app/assessment/course-questions.server.ts";
import { keyOf } from "#app/assessment/grading/key.ts";
import { getQuestionVersions, type StoredQuestion } from "#app/assessment/stored-question.server.ts";
import { clock } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { isDerivedLanguage, type Language } from "#app/platform/languages.ts";

import { type ComparedRow, compareTexts } from "./text-comparison.ts";

export type ComparedQuestion = {
  key: string;
  change: "added" | "removed" | "changed";
  /** Another answer counts as right. */
  isKeyChanged: boolean;
  arePointsChanged: boolean;
  /** Something else of how it is asked or marked. */
  areRulesChanged: boolean;
  /** Its words, by the languages in which they differ. */
  texts: { language: Language; rows: ComparedRow[] }[];
};

/** A version of a course, and until when questions are taken as they were. */
type Moment = { courseVersionId: string; until: Date };

/** Until another version followed it, or now for the current one: what is changed in the bank meanwhile is its own. */
export async function lastMomentOf(courseId: string, number: number): Promise<Date> {
  const next = await db.courseVersion.findFirst({
    where: { courseId, number: { gt: number } },
    orderBy: { number: "asc" },
    select: { importedAt: true },
  });
  return next?.importedAt ?? clock.now();
}

/** What differs in the questions that two versions of a course ask or draw from, by the questions' names. */
export async function compareQuestions(from: Moment, to: Moment): Promise<ComparedQuestion[]> {
  const [before, after] = [await questionsAt(from), await questionsAt(to)];
  const compared: ComparedQuestion[] = [];
  for (const key of [...new Set([...before.keys(), ...after.keys()])].sort()) {
    const [old, now] = [before.get(key), after.get(key)];
    if (old?.versionId === now?.versionId) continue;
    compared.push({
      key,
      change: !old ? "added" : !now ? "removed" : "changed",
      ...rulesBetween(old, now),
      texts: textsBetween(old, now),
    });
  }
  return compared.filter(
    ({ change, texts, ...rules }) =>
      change !== "changed" || texts.length > 0 || Object.values(rules).includes(true),
  );
}

/** The questions of a version by name, each as it was at its moment; one that came later is as it came. */
async function questionsAt({ courseVersionId, until }: Moment): Promise<Map<string, StoredQuestion>> {
  const questions = await questionsOfCourse(courseVersionId);
  const rows = await db.questionVersion.findMany({
    where: { questionId: { in: questions.map(({ questionId }) => questionId) } },
    orderBy: { number: "asc" },
    select: { id: true, questionId: true, createdAt: true },
  });
  const versionOf = new Map<string, string>();
  for (const { id, questionId, createdAt } of rows)
    if (createdAt <= until || !versionOf.has(questionId)) versionOf.set(questionId, id);
  const stored = await getQuestionVersions(
    questions.map(({ questionId, versionId }) => versionOf.get(questionId) ?? versionId),
  );
  return new Map(questions.map(({ key }, index) => [key, stored[index] as StoredQuestion]));
}

function rulesBetween(before: StoredQuestion | undefined, after: StoredQuestion | undefined) {
  if (!before || !after) return { isKeyChanged: false, arePointsChanged: false, areRulesChanged: false };
  const [old, now] = [before.question, after.question];
  const isKeyChanged = JSON.stringify(keyOf(old)) !== JSON.stringify(keyOf(now));
  const arePointsChanged = old.points !== now.points;
  const isSame = JSON.stringify(old) === JSON.stringify(now);
  return { isKeyChanged, arePointsChanged, areRulesChanged: !isSame && !isKeyChanged && !arePointsChanged };
}

function textsBetween(before: StoredQuestion | undefined, after: StoredQuestion | undefined) {
  const tags = [...new Set([...(before?.texts.keys() ?? []), ...(after?.texts.keys() ?? [])])];
  return tags
    .filter((language) => !isDerivedLanguage(language))
    .flatMap((language) => {
      const [old, now] = [wordsOf(before?.texts.get(language)), wordsOf(after?.texts.get(language))];
      return old === now ? [] : [{ language, rows: compareTexts(old, now) }];
    });
}

/** Every text of a question, one a line, in the order in which it is kept. */
function wordsOf(text: unknown): string {
  if (typeof text === "string") return text ? `${text}\n` : "";
  return typeof text === "object" && text !== null ? Object.values(text).map(wordsOf).join("") : "";
}
