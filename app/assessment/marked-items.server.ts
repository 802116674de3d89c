import type { Language } from "#app/platform/languages.ts";
import { db } from "#app/platform/db.server.ts";

import { isGradedByPerson } from "./grading/grade.ts";
import { rubricLines } from "./rubric-lines.ts";
import { getQuestionVersion, questionTextIn } from "./stored-question.server.ts";

/** What people who graded it say about an answer, for the learner: never who they are, nor their notes. */
export type MarkedItem = {
  position: number;
  isWaiting: boolean;
  points: number;
  maxPoints: number;
  /** What was given for each criterion; of two marks that agreed, both. */
  criteria: { title: string; levels: string[] }[];
  comments: string[];
};

/** The answers of an attempt that a person grades. The caller has made sure whose attempt it is. */
export async function markedItems(attemptId: string, language: Language): Promise<MarkedItem[]> {
  const tasks = await db.gradingTask.findMany({
    where: { attemptId },
    orderBy: { position: "asc" },
    include: { item: true, marks: { orderBy: { givenAt: "asc" } } },
  });
  return Promise.all(
    tasks.map(async ({ position, item, marks, step }) => {
      const stored = await getQuestionVersion(item.questionVersionId);
      const rubric = isGradedByPerson(stored.question) ? stored.question.rubric : [];
      const isWaiting = step !== "graded";
      const counting = isWaiting ? [] : countingMarks(marks);
      return {
        position,
        isWaiting,
        points: item.points ?? 0,
        maxPoints: stored.question.points,
        criteria: rubricLines(rubric, questionTextIn(stored, language).text).map(({ id, title, levels }) => {
          const given = counting.map((mark) => (mark.levels as Record<string, number>)[id] ?? -1);
          return { title, levels: [...new Set(given)].map((level) => levels[level]?.text ?? "") };
        }),
        comments: counting.map(({ comment }) => comment).filter(Boolean),
      };
    }),
  );
}

/** The newest decision alone, else every mark. */
function countingMarks<Mark extends { kind: "own" | "decision" }>(marks: Mark[]): Mark[] {
  const decision = marks.filter(({ kind }) => kind === "decision").at(-1);
  return decision ? [decision] : marks;
}
