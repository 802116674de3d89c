import type { QuizSettings } from "#app/library/quiz-format.ts";

/** A submitted attempt that is marked wholly; one that waits for a grader is no part of an outcome yet. */
export type MarkedAttempt = {
  number: number;
  /** 0 to 100. */
  percent: number;
  criticalMissed: number;
  isPassed: boolean;
};

export type Outcome = {
  percent: number;
  criticalMissed: number;
  isPassed: boolean;
  /** The attempt that counts; null for the mean of all. */
  number: number | null;
};

type Rules = Pick<QuizSettings, "scoring" | "passMark" | "criticalMustBeRight" | "minimumDPrime">;

/** Whether there is anything to pass. Where there is not, nobody is told that she has passed. */
export function canBeFailed(settings: Omit<Rules, "scoring">): boolean {
  return settings.passMark > 0 || settings.criticalMustBeRight || settings.minimumDPrime !== undefined;
}

/**
 * What a learner's attempts at a quiz come to. best: a passed attempt before any other, then the highest percent.
 * mean: the average percent passes at the pass mark; what else is asked for (critical questions, d′) is looked at in the
 * last attempt, because it cannot be averaged. Null without an attempt.
 */
export function outcomeOf(settings: Rules, attempts: readonly MarkedAttempt[]): Outcome | null {
  const inOrder = [...attempts].sort((a, b) => a.number - b.number);
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  if (!first || !last) return null;
  switch (settings.scoring) {
    case "first":
      return first;
    case "last":
      return last;
    case "best":
      return [...inOrder].sort(byMerit)[0] ?? null;
    case "mean": {
      const percent = inOrder.reduce((sum, attempt) => sum + attempt.percent, 0) / inOrder.length;
      const meetsRest =
        (!settings.criticalMustBeRight || last.criticalMissed === 0) &&
        (settings.minimumDPrime === undefined || last.isPassed);
      return {
        percent,
        criticalMissed: last.criticalMissed,
        isPassed: percent >= settings.passMark - 1e-9 && meetsRest,
        number: null,
      };
    }
  }
}

function byMerit(a: MarkedAttempt, b: MarkedAttempt): number {
  return (
    Number(b.isPassed) - Number(a.isPassed) ||
    b.percent - a.percent ||
    a.criticalMissed - b.criticalMissed ||
    a.number - b.number
  );
}
