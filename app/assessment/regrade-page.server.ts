import type { Actor } from "#app/identity/actor.ts";
import { getCourseText } from "#app/library/published-course.server.ts";
import { quizOf } from "#app/library/quiz-activity.ts";
import { db } from "#app/platform/db.server.ts";
import { ConflictError } from "#app/platform/errors.ts";
import type { Language } from "#app/platform/languages.ts";
import { Prisma } from "#prisma/generated/client.ts";

import { isGradedByPerson } from "./grading/grade.ts";
import { requireTaughtQuiz } from "./quiz-editor.server.ts";
import { type RegradeChoice, regradedAttempts, type RegradedAttempt } from "./regrade-attempts.server.ts";
import { getQuestionVersions, questionTextIn, type StoredQuestion } from "./stored-question.server.ts";

/** What can be regraded in a quiz, what has been, and (with a choice) who would change. */
export async function regradePage(
  actor: Actor,
  courseSlug: string,
  quizSlug: string,
  asked: [questionId: string, versionId: string][],
  language: Language,
) {
  const { course, row: quiz } = await requireTaughtQuiz(actor, courseSlug, quizSlug);
  const { text } = await getCourseText(course.versionId, language);
  const activity = course.structure.course.outline.find((candidate) => quizOf(candidate) === quiz.slug);
  const questions = await regradableQuestions(quiz.id, language);
  const choice = asked.length > 0 ? choiceOf(questions, asked) : null;
  return {
    courseSlug: course.slug,
    courseTitle: text.course.title,
    quizSlug: quiz.slug,
    quizTitle: (activity && text.activities[activity.id]?.title) ?? quiz.slug,
    questions,
    chosen: choice && Object.fromEntries(choice),
    preview: choice && (await regradePreview(quiz.id, choice)),
    history: await regradesOf(quiz.id),
  };
}

/** The questions answered in a quiz that have several versions a key can grade, with how many answers each graded. */
export async function regradableQuestions(quizId: string, language: Language) {
  const rows = await db.attemptItem.groupBy({
    by: ["questionVersionId", "gradedVersionId"],
    where: { attempt: { quizId, submittedAt: { not: null } } },
    _count: true,
  });
  const asked = await getQuestionVersions(rows.map(({ questionVersionId }) => questionVersionId));
  const versions = await db.questionVersion.findMany({
    where: { questionId: { in: [...new Set(asked.map(({ questionId }) => questionId))] } },
    orderBy: [{ questionId: "asc" }, { number: "asc" }],
    select: { id: true, createdAt: true },
  });
  const created = new Map(versions.map(({ id, createdAt }) => [id, createdAt]));
  const stored = await getQuestionVersions(versions.map(({ id }) => id));
  return [...groupByQuestion(stored)].flatMap(([questionId, all]) => {
    const { question } = asked.find((one) => one.questionId === questionId) as StoredQuestion;
    const ofType = all.filter((one) => one.question.type === question.type);
    const newest = ofType.at(-1);
    if (isGradedByPerson(question) || ofType.length < 2 || !newest) return [];
    return [
      {
        id: questionId,
        q: questionTextIn(newest, language).text.q,
        versions: ofType.map(({ versionId, number }) => ({
          id: versionId,
          number,
          createdAt: created.get(versionId) as Date,
          answers: rows
            .filter((row) => (row.gradedVersionId ?? row.questionVersionId) === versionId)
            .reduce((sum, row) => sum + row._count, 0),
        })),
      },
    ];
  });
}

function groupByQuestion(stored: StoredQuestion[]): Map<string, StoredQuestion[]> {
  const groups = new Map<string, StoredQuestion[]>();
  for (const one of stored) groups.set(one.questionId, [...(groups.get(one.questionId) ?? []), one]);
  return groups;
}

/** Throws ConflictError when it names no question or version that can be chosen. */
export function choiceOf(
  questions: Awaited<ReturnType<typeof regradableQuestions>>,
  asked: [questionId: string, versionId: string][],
): RegradeChoice {
  const choice: RegradeChoice = new Map();
  for (const { id, versions } of questions) {
    const wanted = asked.find(([questionId]) => questionId === id)?.[1];
    if (versions.some((version) => version.id === wanted)) choice.set(id, wanted as string);
  }
  if (choice.size === 0) throw new ConflictError("grading.regradeChoose");
  return choice;
}

async function regradePreview(quizId: string, choice: RegradeChoice) {
  const lists: Record<"failToPass" | "passToFail" | "pointsOnly", ReturnType<typeof shown>[]> = {
    failToPass: [],
    passToFail: [],
    pointsOnly: [],
  };
  let unchanged = 0;
  for await (const batch of regradedAttempts(db, quizId, choice)) {
    for (const attempt of batch) {
      const effect = attempt.score?.effect;
      if (effect === "fail-to-pass") lists.failToPass.push(shown(attempt));
      else if (effect === "pass-to-fail") lists.passToFail.push(shown(attempt));
      else if (effect === "points") lists.pointsOnly.push(shown(attempt));
      else unchanged += 1;
    }
  }
  return { ...lists, unchanged };
}

function shown({ attemptId, name, number, keepsPass, score }: RegradedAttempt) {
  return { attemptId, name, number, keepsPass, before: score?.before, after: score?.after };
}

async function regradesOf(quizId: string) {
  const rows = await db.regrade.findMany({
    where: { quizId },
    orderBy: { askedAt: "desc" },
    take: 50,
    include: {
      askedBy: { select: { name: true, email: true } },
      questions: { select: { version: { select: { number: true, question: { select: { key: true } } } } } },
      _count: { select: { attempts: { where: { after: { not: Prisma.DbNull } } } } },
    },
  });
  return rows.map((row) => ({
    id: row.id,
    askedAt: row.askedAt,
    isApplied: row.appliedAt !== null,
    by: row.askedBy ? row.askedBy.name || row.askedBy.email : "",
    questions: row.questions.map(({ version }) => ({ key: version.question.key, number: version.number })),
    changed: row._count.attempts,
  }));
}
