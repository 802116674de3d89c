import { type AnswerSet, type ItemAnswers, percentOf } from "./answer-set.ts";
import { correlation, discriminativeEfficiency } from "./correlation.ts";
import { type GroupName, scoreGroups } from "./score-groups.ts";

/** Counts by score group. */
export type GroupCounts = Record<GroupName, number>;

/** Figures of one version of a question. Shares from 0 to 1; null where the answers do not define a figure. */
export type ItemFigures = {
  n: number;
  /** Mean part of the points earned: for a question that is right or wrong, the share right. */
  facility: number;
  /** How many earned all points, and whether all others earned none. */
  right: number;
  isDichotomous: boolean;
  discrimination: number | null;
  efficiency: number | null;
  omitted: number;
  medianSeconds: number | null;
  /** Null when results are too alike to form groups. */
  groups: { size: GroupCounts; right: GroupCounts; omitted: GroupCounts } | null;
  /** What was chosen or written: by how many in all and by group; most often chosen first. */
  parts: { part: string; n: number; groups: GroupCounts | null }[];
};

/**
 * Figures of every question version in a set of answers.
 *
 * Facility: mean earned / points (the classical p value; F. M. Lord and M. R. Novick, Statistical Theories of Mental Test
 * Scores, 1968, 15.3). Discrimination: correlation of the item with the rest of the attempt, which does not hold the
 * item itself (corrected point-biserial; S. Henrysson, "Correction of item-total correlations in item analysis",
 * Psychometrika 28 (1963), 211–218); item and rest are each a part of their own points, so that drawn tests compare.
 * Efficiency: see `discriminativeEfficiency`.
 */
export function itemFigures(set: AnswerSet): Map<string, ItemFigures> {
  const groupOf = scoreGroups(set.attempts.map(percentOf));
  return new Map([...set.items].map(([id, item]) => [id, figuresOf(set, item, groupOf)]));
}

function figuresOf(set: AnswerSet, item: ItemAnswers, groupOf: GroupName[] | null): ItemFigures {
  const n = item.attempt.length;
  const share = Float64Array.from(item.earned, (earned) => earned / item.max);
  const { own, rest } = againstRest(set, item, share);
  const isFull = (index: number) => (share[index] as number) > 1 - 1e-9;
  const size = noCounts();
  const rightIn = noCounts();
  const omittedIn = noCounts();
  let [sum, right, omitted, isDichotomous] = [0, 0, 0, true];
  for (let index = 0; index < n; index += 1) {
    sum += share[index] as number;
    if (isFull(index)) right += 1;
    else if ((share[index] as number) > 1e-9) isDichotomous = false;
    if (item.answer[index] === -1) omitted += 1;
    const group = groupOf?.[item.attempt[index] as number];
    if (!group) continue;
    size[group] += 1;
    if (isFull(index)) rightIn[group] += 1;
    if (item.answer[index] === -1) omittedIn[group] += 1;
  }
  return {
    n,
    facility: sum / n,
    right,
    isDichotomous,
    discrimination: correlation(own, rest),
    efficiency: discriminativeEfficiency(own, rest),
    omitted,
    medianSeconds: middleOf(item.seconds),
    groups: groupOf && { size, right: rightIn, omitted: omittedIn },
    parts: partCounts(item, groupOf),
  };
}

/** The item and the rest of the attempt, each as a part of its points, where there is a rest. */
function againstRest(set: AnswerSet, item: ItemAnswers, share: Float64Array) {
  const own: number[] = [];
  const rest: number[] = [];
  item.attempt.forEach((attempt, index) => {
    const total = set.attempts[attempt];
    if (!total || total.max - item.max <= 1e-9) return;
    own.push(share[index] as number);
    rest.push((total.earned - (item.earned[index] as number)) / (total.max - item.max));
  });
  return { own, rest };
}

function partCounts(item: ItemAnswers, groupOf: GroupName[] | null): ItemFigures["parts"] {
  const counts = new Map<string, { part: string; n: number; groups: GroupCounts | null }>();
  item.answer.forEach((place, index) => {
    const group = groupOf?.[item.attempt[index] as number];
    for (const part of item.answers[place]?.parts ?? []) {
      const count = counts.get(part) ?? { part, n: 0, groups: groupOf && noCounts() };
      counts.set(part, count);
      count.n += 1;
      if (group && count.groups) count.groups[group] += 1;
    }
  });
  return [...counts.values()].sort((a, b) => b.n - a.n || a.part.localeCompare(b.part));
}

function noCounts(): GroupCounts {
  return { low: 0, middle: 0, high: 0 };
}

function middleOf(values: number[]): number | null {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
