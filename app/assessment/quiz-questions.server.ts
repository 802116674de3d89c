import type { Draw } from "#app/library/quiz-format.ts";
import { db, type Transaction } from "#app/platform/db.server.ts";
import type { Prisma } from "#prisma/generated/client.ts";

import { getQuestionVersions, type StoredQuestion } from "./stored-question.server.ts";
import type { StoredQuiz } from "./stored-quiz.server.ts";

/** A question as a quiz may ask it now: its current version and its place in the bank. */
export type PooledQuestion = StoredQuestion & {
  key: string;
  bankId: string;
  /** Path of its category. */
  category: string;
  isRetired: boolean;
};

/**
 * What a quiz asks, in order, or may draw from, in the current versions. Retired questions are among them: an attempt
 * asks them only where the others do not suffice.
 */
export async function questionsOfQuiz(
  { courseId, settings, questionIds }: Pick<StoredQuiz, "courseId" | "settings" | "questionIds">,
  client: Transaction = db,
): Promise<PooledQuestion[]> {
  if (settings.draw) return findPooled(poolOf(courseId, settings.draw), client);
  const found = await findPooled({ id: { in: questionIds } }, client);
  const byId = new Map(found.map((question) => [question.questionId, question]));
  return questionIds.flatMap((id) => byId.get(id) ?? []);
}

/** The current versions of the questions that meet a condition, in the order of their keys. */
export async function findPooled(
  where: Prisma.BankQuestionWhereInput,
  client: Transaction = db,
): Promise<PooledQuestion[]> {
  const rows = await client.bankQuestion.findMany({
    where: { AND: [where, { currentVersionId: { not: null } }] },
    orderBy: [{ key: "asc" }, { id: "asc" }],
    select: {
      key: true,
      bankId: true,
      retiredAt: true,
      currentVersionId: true,
      category: { select: { path: true } },
    },
  });
  const stored = await getQuestionVersions(
    rows.map(({ currentVersionId }) => currentVersionId as string),
    client,
  );
  return rows.map(({ key, bankId, retiredAt, category }, index) => ({
    ...(stored[index] as StoredQuestion),
    key,
    bankId,
    category: category.path,
    isRetired: retiredAt !== null,
  }));
}

/**
 * What a draw of a course may draw from; without any bank or category named, the whole bank of the course but for the
 * tasks of assignments.
 */
export function poolOf(courseId: string, { from, shared }: Draw): Prisma.BankQuestionWhereInput {
  const ofAssignment = { quizVersion: { settings: { path: ["mode"], equals: "assignment" } } };
  const ofCourse = { bank: { courseId }, quizItems: { none: ofAssignment } };
  if (from.length === 0 && shared.length === 0) return ofCourse;
  return {
    OR: [
      { ...ofCourse, category: { OR: from.flatMap(within) } },
      ...shared.map(({ bank, category }) => ({
        // Only a bank that is shared: the name of another course's bank draws nothing.
        bank: { id: bank, courseId: null },
        ...(category === undefined ? {} : { category: { OR: within(category) } }),
      })),
    ],
  };
}

/** A category and those inside it. */
function within(path: string): Prisma.QuestionCategoryWhereInput[] {
  return [{ path }, { path: { startsWith: `${path}/` } }];
}
