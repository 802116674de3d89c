import type { Quiz } from "#app/library/course-format.ts";
import type { Question, Response } from "#app/library/question-format.ts";

/**
 * Whether a response is right. All or nothing for every type: of several right options the whole set, of an order every
 * place, of pairs every pair (CURRICULUM 5.0); a number within its tolerance, bounds included.
 */
export function isRight(question: Question, response: Response | null): boolean {
  if (response === null) return false;
  switch (question.type) {
    case "single":
    case "scenario":
    case "truefalse":
      return response === question.answer;
    case "multiple":
      return Array.isArray(response) && sameSet(response, question.answer);
    case "order":
      return Array.isArray(response) && response.join() === question.options.join();
    case "match":
      return (
        typeof response === "object" &&
        !Array.isArray(response) &&
        question.pairs.every((pair) => (response as Record<string, string>)[pair] === pair)
      );
    case "numeric":
      // The tiny allowance is for decimals that binary numbers cannot hold, such as 50.8 − 50.3.
      return (
        typeof response === "number" && Math.abs(response - question.answer) <= question.tolerance + 1e-9
      );
    default:
      throw new Error(`Questions of the type ${question.type} cannot be graded yet.`);
  }
}

function sameSet(a: string[], b: string[]) {
  return a.length === b.length && new Set([...a, ...b]).size === b.length;
}

export type Score = {
  points: number;
  maxPoints: number;
  /** 0 to 100, not rounded. */
  percent: number;
  criticalMissed: number;
  isPassed: boolean;
};

/** The result of an attempt: enough percent of the points and, if the quiz asks for it, every critical item right. */
export function scoreAttempt(
  quiz: Pick<Quiz, "passMark" | "criticalMustBeRight">,
  items: { question: Question; isCorrect: boolean }[],
): Score {
  const sum = (list: typeof items) => list.reduce((total, { question }) => total + question.points, 0);
  const points = sum(items.filter(({ isCorrect }) => isCorrect));
  const maxPoints = sum(items);
  const percent = maxPoints > 0 ? (100 * points) / maxPoints : 0;
  const criticalMissed = items.filter(({ question, isCorrect }) => question.critical && !isCorrect).length;
  return {
    points,
    maxPoints,
    percent,
    criticalMissed,
    isPassed: percent >= quiz.passMark - 1e-9 && (!quiz.criticalMustBeRight || criticalMissed === 0),
  };
}
