import type { Actor } from "#app/identity/actor.ts";
import { recordAudit } from "#app/identity/audit.server.ts";
import type { Question } from "#app/library/question-format.ts";
import type { QuizSettings } from "#app/library/quiz-format.ts";
import { freeSlug } from "#app/library/slug.ts";
import { clock } from "#app/platform/clock.ts";
import type { Transaction } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/id.ts";

import { ensureCourseBank } from "./bank.server.ts";
import { contentOfStored } from "./bank-question.server.ts";
import { ensureCategory } from "./categories.server.ts";
import { freeKey } from "./free-key.ts";
import { addQuestionVersions } from "./question-version.server.ts";
import { isReservedQuiz, type QuizTitles } from "./quiz-editor.server.ts";
import type { PooledQuestion } from "./quiz-questions.server.ts";
import { addQuizVersion } from "./quiz-version.server.ts";

/** A quiz that is to be made of copies; `adapt` puts right what a question names of the course that it is copied from. */
type CopiedQuiz = {
  toCourse: { courseId: string; slug: string; title: string };
  wanted: string;
  titles: QuizTitles;
  settings: QuizSettings;
  questions: PooledQuestion[];
  adapt: (question: Question) => Question;
};

/**
 * Makes a quiz of a course with copies of questions, in their current versions, in a category of the course's bank that
 * is called like it. Returns the quiz's name, and by the old keys of the questions their new ones. The caller has checked
 * that the actor teaches the course. Serializable callers only: names and keys are looked for.
 */
export async function copyQuizIn(
  tx: Transaction,
  actor: Actor,
  { toCourse, wanted, titles, settings, questions, adapt }: CopiedQuiz,
): Promise<{ slug: string; keys: Map<string, string> }> {
  const { courseId } = toCourse;
  const known = new Set((await tx.quiz.findMany({ where: { courseId } })).map(({ slug }) => slug));
  const slug = freeSlug(wanted, (candidate) => known.has(candidate) || isReservedQuiz(candidate));
  const bank = await ensureCourseBank(tx, courseId, toCourse.title);
  const rows = await tx.bankQuestion.findMany({ where: { bankId: bank.id }, select: { key: true } });
  const taken = new Set(rows.map(({ key }) => key));
  const categoryId = await ensureCategory(tx, bank.id, slug);
  const copies = questions.map((stored) => {
    const key = freeKey(stored.key, taken);
    taken.add(key);
    return { id: newId(), key, stored };
  });
  const createdAt = clock.now();
  await tx.bankQuestion.createMany({
    data: copies.map(({ id, key }) => ({ id, key, bankId: bank.id, categoryId, createdAt })),
  });
  const changes = copies.map(({ id, key, stored }) => {
    const content = contentOfStored(stored);
    return { questionId: id, content: { ...content, question: { ...adapt(content.question), id: key } } };
  });
  await addQuestionVersions(tx, changes, actor.id);
  const quizId = newId();
  await tx.quiz.create({ data: { id: quizId, courseId, slug, isFromFolder: false, titles } });
  await addQuizVersion(tx, quizId, { settings, questionIds: copies.map(({ id }) => id) }, actor.id);
  await recordAudit(tx, actor, "quiz.created", `quiz:${quizId}`, { course: toCourse.slug, quiz: slug });
  return { slug, keys: new Map(copies.map(({ key, stored }) => [stored.key, key])) };
}
