import type { Rubric } from "#app/library/question-format.ts";

/** Criterion → place of the level chosen, 0 for the first of its list. */
export type CriteriaLevels = Record<string, number>;

/** A rubric's criterion that was given no level, or one that it does not have. */
export function missingCriteria(rubric: Rubric, levels: CriteriaLevels): string[] {
  return rubric.filter((criterion) => pointsOf(criterion, levels) === null).map(({ id }) => id);
}

/**
 * The part of the question's points that the chosen levels are worth, 0 to 1: their sum as a share of the sum of each
 * criterion's best level. Null while a criterion has no level.
 */
export function rubricFraction(rubric: Rubric, levels: CriteriaLevels): number | null {
  const points = rubric.map((criterion) => pointsOf(criterion, levels));
  const best = sum(rubric.map(({ levels: all }) => Math.max(...all)));
  if (points.some((value) => value === null)) return null;
  return best > 0 ? sum(points as number[]) / best : 0;
}

function pointsOf({ id, levels: all }: Rubric[number], levels: CriteriaLevels): number | null {
  return all[levels[id] ?? -1] ?? null;
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
