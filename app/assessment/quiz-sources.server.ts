import type { Draw, DrawRule } from "#app/library/quiz-format.ts";
import { db, type Transaction } from "#app/platform/db.server.ts";

import { type CertainKinds, certainKinds } from "./certain-kinds.ts";
import { drawCandidate } from "./choose-questions.ts";
import { checkDraw, type DrawFault } from "./draw-check.ts";
import { meetsRule } from "./draw-conditions.ts";
import { findPooled, type PooledQuestion, questionsOfQuiz } from "./quiz-questions.server.ts";
import { withBlueprint } from "./quiz-content.server.ts";
import { fewestOfEachKind } from "./statistics/detection-outcome.ts";
import type { StoredQuiz } from "./stored-quiz.server.ts";

export type DrawReport = {
  /** Questions in use that the draw may choose from. */
  usable: number;
  faults: DrawFault[];
  /** How many of them meet each rule. */
  ruleCounts: number[];
};

/** Whether what a course's bank and the shared ones have now can give a draw. */
export async function reportDraw(
  courseId: string,
  draw: Draw,
  client: Transaction = db,
): Promise<DrawReport> {
  const quiz = { courseId, settings: { draw } as StoredQuiz["settings"], questionIds: [] };
  const pool = inUse(await questionsOfQuiz(quiz, client)).map(drawCandidate);
  return {
    usable: pool.length,
    faults: checkDraw(pool, draw),
    ruleCounts: draw.rules.map((rule: DrawRule) => pool.filter((one) => meetsRule(one, rule)).length),
  };
}

/**
 * When a quiz asks for a least d′: how many questions of each kind every attempt is certain to ask, and how many it
 * should. Null when it asks for none, asks nothing yet, or has enough.
 */
export async function scarceKinds(quiz: StoredQuiz): Promise<(CertainKinds & { fewest: number }) | null> {
  if (quiz.settings.minimumDPrime === undefined) return null;
  const whole = await withBlueprint(quiz);
  const pool = inUse(await questionsOfQuiz(whole));
  if (pool.length === 0) return null;
  const kinds = certainKinds(
    pool.map((one) => ({ question: one.question, candidate: drawCandidate(one) })),
    whole.settings.draw ?? null,
  );
  const isEnough = Math.min(kinds.manipulated, kinds.real) >= fewestOfEachKind;
  return isEnough ? null : { ...kinds, fewest: fewestOfEachKind };
}

/** Whether a draw and its post-test can ask wholly different questions: twice as many of everything must be there. */
export async function canDrawTwice(courseId: string, draw: Draw): Promise<boolean> {
  const twice = {
    ...draw,
    count: 2 * draw.count,
    perLesson: 2 * draw.perLesson,
    atLeast: draw.atLeast.map((rule) => ({ ...rule, count: 2 * rule.count })),
    rules: draw.rules.map((rule) => ({ ...rule, count: 2 * rule.count })),
  };
  return !draw.allCritical && (await reportDraw(courseId, twice)).faults.length === 0;
}

/** Every question in use that a quiz of the course may ask: its own bank's first, then those of shared banks. */
export async function listAskable(courseId: string): Promise<PooledQuestion[]> {
  const [own, shared] = [
    await findPooled({ bank: { courseId } }),
    await findPooled({ bank: { courseId: null } }),
  ];
  return inUse([...own, ...shared]);
}

/** The shared banks, by title. */
export async function listSharedBanks(): Promise<{ id: string; title: string }[]> {
  return db.questionBank.findMany({
    where: { courseId: null },
    orderBy: [{ title: "asc" }, { id: "asc" }],
    select: { id: true, title: true },
  });
}

function inUse(questions: PooledQuestion[]) {
  return questions.filter(({ isRetired }) => !isRetired);
}
