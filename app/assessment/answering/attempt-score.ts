import type { Question } from "#app/library/question-format.ts";
import type { QuizSettings } from "#app/library/quiz-format.ts";

import { meetsMinimumDPrime } from "../statistics/detection-outcome.ts";

export type AttemptScore = {
  points: number;
  maxPoints: number;
  criticalMissed: number;
  isPassed: boolean;
};

/** Allowance for sums that binary numbers cannot hold. */
const tiny = 1e-9;

/**
 * The result of graded items: enough percent of the points and, if asked for, every critical one wholly right and a least
 * skill at telling real from manipulated.
 */
export function scoreOfItems(
  items: { question: Question; fraction: number }[],
  settings: Pick<QuizSettings, "passMark" | "criticalMustBeRight" | "minimumDPrime">,
): AttemptScore {
  const points = items.reduce((sum, { question, fraction }) => sum + question.points * fraction, 0);
  const maxPoints = items.reduce((sum, { question }) => sum + question.points, 0);
  const percent = maxPoints > 0 ? (100 * points) / maxPoints : 0;
  const criticalMissed = items.filter(
    ({ question, fraction }) => question.critical && fraction < 1 - tiny,
  ).length;
  const isPassed =
    percent >= settings.passMark - tiny &&
    (!settings.criticalMustBeRight || criticalMissed === 0) &&
    (settings.minimumDPrime === undefined || meetsMinimumDPrime(items, settings.minimumDPrime));
  return { points, maxPoints, criticalMissed, isPassed };
}
