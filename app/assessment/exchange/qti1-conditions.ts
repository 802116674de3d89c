import type { DraftNumber } from "./draft.ts";
import { attr, below, childOf, childrenOf, numberAttr, type QtiNode, valueOf } from "./qti-node.ts";

/** A `respcondition` of QTI 1.2: which answers it looks for, what it gives and which feedback it shows. */
export type Qti1Condition = {
  /** Answers that must be given; `isCaseSensitive` as written, null when nothing is. */
  equals: { response: string; value: string; isCaseSensitive: boolean | null }[];
  /** Points, null when it changes none. */
  points: number | null;
  isAdded: boolean;
  feedback: string[];
  node: QtiNode;
};

export function conditionsOf(item: QtiNode): Qti1Condition[] {
  const most = mostOf(item) ?? 100;
  return childrenOf(item, "resprocessing")
    .flatMap((processing) => childrenOf(processing, "respcondition"))
    .map((node) => {
      const variable = childOf(node, "conditionvar");
      const set = childrenOf(node, "setvar").at(-1);
      const points = set ? pointsOf(set, most) : Number.NaN;
      return {
        equals: variable ? equalsOf(variable) : [],
        points: Number.isFinite(points) ? points : null,
        isAdded: set ? /^(add|subtract)$/i.test(attr(set, "action") ?? "") : false,
        feedback: childrenOf(node, "displayfeedback").flatMap((shown) => attr(shown, "linkrefid") ?? []),
        node,
      };
    });
}

/** The most that an item gives, as its own processing counts. */
export function mostOf(item: QtiNode): number | null {
  const most = below(item, "decvar").map((node) => numberAttr(node, "maxvalue"));
  return most.find((value) => value !== null && value > 0) ?? null;
}

/** Blackboard writes "SCORE.max" for all points. */
function pointsOf(set: QtiNode, most: number): number {
  const points = /\.max$/i.test(valueOf(set)) ? most : Number(valueOf(set));
  return /^subtract$/i.test(attr(set, "action") ?? "") ? -points : points;
}

/** Without what must not be answered. */
function equalsOf(node: QtiNode): Qti1Condition["equals"] {
  return node.children.flatMap((child) => {
    if (child.name === "not" || child.name === "other") return [];
    if (child.name !== "varequal") return equalsOf(child);
    const caseMark = attr(child, "case");
    return [
      {
        response: attr(child, "respident") ?? "",
        value: valueOf(child),
        isCaseSensitive: caseMark === null ? null : /^yes$/i.test(caseMark),
      },
    ];
  });
}

/** The points of an answer: conditions that add are summed, others give the most. */
export function pointsFor(conditions: Qti1Condition[], response: string, value: string): number {
  const met = conditions.filter(({ equals }) =>
    equals.some((equal) => equal.value === value && (equal.response === response || equal.response === "")),
  );
  const added = met.filter(({ isAdded }) => isAdded).reduce((sum, { points }) => sum + (points ?? 0), 0);
  return Math.max(added, ...met.filter(({ isAdded }) => !isAdded).map(({ points }) => points ?? 0)) || added;
}

export const isWorth = ({ points }: Qti1Condition) => (points ?? 0) > 0;

/** Whether points are given at once, for what all of several responses hold. */
export function isAllOrNothing(conditions: Qti1Condition[]): boolean {
  const [only, ...others] = conditions.filter(isWorth);
  return others.length === 0 && new Set(only?.equals.map(({ response }) => response)).size > 1;
}

/** Feedback of a single answer, by the answer. */
export function answerFeedback(conditions: Qti1Condition[]): Map<string, string[]> {
  const result = new Map<string, string[]>();
  for (const { equals, feedback } of conditions) {
    const [only] = equals;
    if (!only || equals.length > 1) continue;
    const own = feedback.filter((id) => !generalFeedback.test(id));
    if (own.length > 0) result.set(only.value, [...(result.get(only.value) ?? []), ...own]);
  }
  return result;
}

/** Names that Canvas gives to feedback for all, for right and for wrong answers. */
export const generalFeedback = /^(general_fb|correct_fb|general_incorrect_fb)$/;

/** The numbers that conditions accept: exact, with a margin, or between bounds. */
export function numbersOf(conditions: Qti1Condition[]): DraftNumber[] {
  const worth = conditions.filter(isWorth);
  const most = Math.max(...worth.map(({ points }) => points ?? 0));
  return worth.flatMap((condition) => {
    const number = numberOf(condition.node);
    return number ? [{ ...number, percent: (100 * (condition.points ?? 0)) / most }] : [];
  });
}

function numberOf(node: QtiNode): Omit<DraftNumber, "percent"> | null {
  const value = (names: string[]) => {
    const found = names.flatMap((name) => below(node, name))[0];
    const number = found ? Number(valueOf(found).replace(",", ".")) : Number.NaN;
    return Number.isFinite(number) ? number : null;
  };
  const [exact, low, high] = [value(["varequal"]), value(["vargte", "vargt"]), value(["varlte", "varlt"])];
  const equal = below(node, "varequal")[0];
  const margin = Number((equal && attr(equal, "margin")) ?? Number.NaN);
  if (exact !== null && equal && Number.isFinite(margin) && attr(equal, "margintype") === "percent") {
    return { value: exact, tolerance: margin / 100, toleranceKind: "relative" };
  }
  if (exact !== null) {
    const isAround = low !== null && high !== null && low <= exact && exact <= high;
    const tolerance = isAround ? Math.max(exact - low, high - exact) : precisionOf(equal);
    return { value: exact, tolerance, toleranceKind: "absolute" };
  }
  if (low === null || high === null) return null;
  return { value: (low + high) / 2, tolerance: (high - low) / 2, toleranceKind: "absolute" };
}

/** Canvas: so many decimals must be right. */
function precisionOf(equal: QtiNode | undefined): number {
  const decimals = equal ? numberAttr(equal, "precision") : null;
  const isDecimals = equal !== undefined && attr(equal, "precisiontype") === "decimals";
  return isDecimals && decimals !== null ? 0.5 * 10 ** -decimals : 0;
}
