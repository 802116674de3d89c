import { parse } from "yaml";

import { findPooled, type PooledQuestion } from "#app/assessment/quiz-questions.server.ts";
import { getQuizVersion, listQuizzes, type StoredQuiz } from "#app/assessment/stored-quiz.server.ts";
import { type Quiz, quizFile } from "#app/library/course-format.ts";
import type { FolderParts } from "#app/library/folder-part.ts";
import { mediaKey } from "#app/library/media-key.ts";
import type { PublishedCourse } from "#app/library/published-course.server.ts";
import type { QuestionText } from "#app/library/question-format.ts";
import { db } from "#app/platform/db.server.ts";
import { baseOf, isDerivedLanguage, type Language } from "#app/platform/languages.ts";

import { withQuestionTexts, withQuiz } from "./folder-edits.ts";
import { languagesIn } from "./folder-languages.ts";
import { textOfPart } from "./version-folder.server.ts";

/**
 * The folder with the quizzes and questions as they are in the course's bank now. A file that says so already stays as
 * it is. What no quiz of the course asks or draws stays in the bank alone; a question of another category or of a
 * shared bank that a quiz asks comes with the quiz.
 */
export async function withBank(parts: FolderParts, version: PublishedCourse): Promise<FolderParts> {
  const all = new Map(parts);
  const quizzes = await quizzesOf(version);
  const questions = new Map<string, PooledQuestion>();
  for (const stored of quizzes) {
    const path = `quizzes/${stored.slug}.yaml`;
    const before = await textOfPart(all, path);
    const asked = (await questionsOfFile(stored, before)).filter(({ key }) => !questions.has(key));
    for (const question of asked) questions.set(question.key, question);
    const text = withQuiz(before, quizOf(stored, asked));
    if (text !== before) all.set(path, { path, text });
  }
  // A draft may have more languages than the version that it follows.
  for (const tag of languagesIn((await textOfPart(all, "course.yaml")) ?? "").published)
    await addTexts(all, tag, [...questions.values()]);
  for (const { media } of questions.values()) {
    for (const { name, sha256, bytes } of media) {
      const path = `media/${name}`;
      if (!all.has(path)) all.set(path, { path, key: mediaKey(sha256), sha256, bytes });
    }
  }
  return all;
}

/** The quizzes of a version, and those made in the browser that have no place in it yet. */
async function quizzesOf({ versionId, courseId }: PublishedCourse): Promise<StoredQuiz[]> {
  const placed = await listQuizzes(versionId);
  const others = await db.quiz.findMany({
    where: {
      courseId,
      isFromFolder: false,
      currentVersionId: { not: null },
      slug: { notIn: placed.map(({ slug }) => slug) },
    },
    orderBy: { slug: "asc" },
    select: { currentVersionId: true },
  });
  const unplaced: StoredQuiz[] = [];
  for (const { currentVersionId } of others) unplaced.push(await getQuizVersion(currentVersionId as string));
  return [
    ...placed,
    ...unplaced.filter(({ settings, questionIds }) => settings.draw || questionIds.length > 0),
  ];
}

/** What a quiz asks, in order; of one that draws, or asks by another's draw, the questions of its category. */
async function questionsOfFile(
  { courseId, slug, settings, questionIds }: StoredQuiz,
  before: string | null,
): Promise<PooledQuestion[]> {
  if (!settings.draw && questionIds.length > 0) {
    const found = await findPooled({ id: { in: questionIds } });
    return questionIds.flatMap((id) => found.find(({ questionId }) => questionId === id) ?? []);
  }
  const found = await findPooled({ bank: { courseId }, category: { path: slug }, retiredAt: null });
  const order = before === null ? [] : questionIdsIn(before);
  const place = ({ key }: PooledQuestion) => (order.includes(key) ? order.indexOf(key) : order.length);
  return found.sort((a, b) => place(a) - place(b));
}

function questionIdsIn(source: string): string[] {
  return quizFile.parse(parse(source)).questions.map(({ id }) => id);
}

function quizOf({ slug, settings }: StoredQuiz, questions: PooledQuestion[]): Quiz {
  return {
    id: slug,
    ...settings,
    questions: questions.map(({ key, question }) => ({ ...question, id: key })),
  };
}

async function addTexts(parts: FolderParts, tag: Language, questions: PooledQuestion[]): Promise<void> {
  const path = `text/${tag}.yaml`;
  const before = await textOfPart(parts, path);
  if (before === null || isDerivedLanguage(tag)) return;
  const base = baseOf(tag);
  const texts = new Map<string, QuestionText>();
  for (const { key, texts: written } of questions) {
    const text = written.get(tag);
    if (text) texts.set(key, text);
  }
  const text = withQuestionTexts(before, texts, base && (await textOfPart(parts, `text/${base}.yaml`)));
  if (text !== before) parts.set(path, { path, text });
}
