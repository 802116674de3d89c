import type { Blueprint, DrawCandidate, DrawConditionKind } from "./draw-conditions.ts";
import { conditionsOf } from "./draw-conditions.ts";
import { coverWithin } from "./draw-cover.ts";

/** A condition that cannot be met, with how many it needs and how many there are. */
export type DrawFault =
  | { kind: "count"; needed: number; available: number }
  /** More critical questions than are drawn. */
  | { kind: "critical"; needed: number; available: number }
  | (DrawConditionKind & { needed: number; available: number })
  /** Each could be met, but not all in so few questions; `needed` is the least number that would do, if found. */
  | { kind: "together"; needed: number | null; available: number };

/**
 * Whether a pool can give what a blueprint asks for, and if not, why: every condition that has too few questions, or,
 * when each has enough, that they do not fit together. `drawQuestions` succeeds exactly when there is no fault.
 */
export function checkDraw(pool: readonly DrawCandidate[], blueprint: Blueprint): DrawFault[] {
  const faults: DrawFault[] = [];
  const critical = new Set(blueprint.allCritical ? pool.filter((candidate) => candidate.critical) : []);
  if (pool.length < blueprint.count)
    faults.push({ kind: "count", needed: blueprint.count, available: pool.length });
  if (critical.size > blueprint.count) {
    faults.push({ kind: "critical", needed: critical.size, available: blueprint.count });
  }
  const conditions = conditionsOf(pool, blueprint);
  for (const { fits, needed, ...condition } of conditions) {
    const available = pool.filter(fits).length;
    if (available < needed) faults.push({ ...condition, needed, available });
  }
  if (faults.length > 0) return faults;
  const fitsIn = (count: number) => coverWithin(pool, conditions, critical, count - critical.size) !== null;
  if (fitsIn(blueprint.count)) return [];
  let needed = blueprint.count + 1;
  while (needed <= pool.length && !fitsIn(needed)) needed += 1;
  return [{ kind: "together", needed: needed <= pool.length ? needed : null, available: blueprint.count }];
}
