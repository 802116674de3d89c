import type { Quiz } from "#app/library/course-format.ts";
import type { Question } from "#app/library/question-format.ts";

export type Score = {
  points: number;
  maxPoints: number;
  /** 0 to 100, not rounded. */
  percent: number;
  criticalMissed: number;
  isPassed: boolean;
};

/** What an item of an attempt counts: its question, and the share of the points that the answer got. */
export type ScoredItem = { question: Pick<Question, "points" | "critical">; fraction: number };

/** The result of an attempt: enough percent of the points and, if the quiz asks for it, every critical item right. */
export function scoreAttempt(
  quiz: Pick<Quiz, "passMark" | "criticalMustBeRight">,
  items: ScoredItem[],
): Score {
  const maxPoints = items.reduce((sum, { question }) => sum + question.points, 0);
  const points = items.reduce((sum, { question, fraction }) => sum + fraction * question.points, 0);
  const percent = maxPoints > 0 ? (100 * points) / maxPoints : 0;
  const isMissed = ({ question, fraction }: ScoredItem) => question.critical && fraction < 1 - 1e-9;
  const criticalMissed = items.filter(isMissed).length;
  return {
    points,
    maxPoints,
    percent,
    criticalMissed,
    isPassed: percent >= quiz.passMark - 1e-9 && (!quiz.criticalMustBeRight || criticalMissed === 0),
  };
}
