import { attr, below, childOf, childrenOf, type QtiNode, valueOf } from "./qti-node.ts";
import { keysOf, type QtiResponse } from "./qti2-responses.ts";

/**
 * How an item's own processing gives points to several gaps: each by itself, all or nothing, or in another way.
 * `weights`: of each gap, by its response.
 */
export type GapRule = { scoring: "each" | "all" | "other"; weights: ReadonlyMap<string, number> };

/**
 * Found out by trying: what the item gives when every gap is right, when one is wrong, and when one alone is right. Items
 * say one rule in many ways, which cannot all be told by their look.
 */
export function gapRuleOf(item: QtiNode, responses: ReadonlyMap<string, QtiResponse>): GapRule {
  const ids = [...responses.keys()];
  const stated = new Map([...responses].map(([id, response]) => [id, statedWeight(response)]));
  const processing = childOf(item, "responseprocessing");
  if (!processing || processing.children.length === 0) return { scoring: "each", weights: stated };
  const scoreOf = (shareOf: (id: string) => number) =>
    scored(item, processing, { responses, shares: new Map(ids.map((id) => [id, shareOf(id)])) }) ??
    Number.NaN;
  const full = scoreOf(() => 1);
  // Without any, its points come from elsewhere.
  if (full <= 0) return { scoring: "each", weights: stated };
  const oneWrong = ids.map((id) => scoreOf((one) => Number(one !== id)));
  if (ids.length === 1 ? isAllOfOne(scoreOf, responses) : oneWrong.every((score) => score <= 0))
    return { scoring: "all", weights: stated };
  const alone = ids.map((id) => scoreOf((one) => Number(one === id)));
  const sum = alone.reduce((total, score) => total + score, 0);
  const isEach = alone.every((score, at) => score > 0 && isNear(full - score, oneWrong[at] as number));
  if (!isEach || !isNear(full, sum)) return { scoring: "other", weights: stated };
  // Points may be scaled after they were added: then the weights are those that the file states.
  const isScaled = alone.every((score, at) =>
    isNear(
      score * (stated.get(ids[0] as string) as number),
      (alone[0] as number) * (stated.get(ids[at] as string) as number),
    ),
  );
  return {
    scoring: "each",
    weights: isScaled ? stated : new Map(ids.map((id, at) => [id, alone[at] as number])),
  };
}

function statedWeight({ isMapped, most, added }: QtiResponse): number {
  return isMapped && most > 0 ? most : (added ?? 1);
}

/** Whether the only gap gives nothing for answers that its mapping gives a part for. */
function isAllOfOne(
  scoreOf: (shareOf: () => number) => number,
  responses: ReadonlyMap<string, QtiResponse>,
): boolean {
  return [...responses.values()].every(hasParts) && scoreOf(() => 0.5) <= 0;
}

const isNear = (one: number, other: number) => Math.abs(one - other) < 1e-6;

/** Whether some answers give a part of its points. */
function hasParts(response: QtiResponse | undefined): boolean {
  return (
    response?.isMapped === true && response.mapping.some(({ value }) => value > 0 && value < response.most)
  );
}

/** `shares`: of a right answer, that each response is. */
type Given = { responses: ReadonlyMap<string, QtiResponse>; shares: ReadonlyMap<string, number> };
type Value = number | boolean | string;

class UnknownRule extends Error {}

/** The SCORE that the item's processing comes to, null when it calculates in a way that is not known here. */
function scored(item: QtiNode, processing: QtiNode, given: Given): number | null {
  const outcomes = new Map<string, Value>(
    childrenOf(item, "outcomedeclaration").map((node) => {
      const value = below(node, "value")[0];
      const isNumber = /^(float|integer)$/.test(attr(node, "baseType") ?? "");
      return [attr(node, "identifier") ?? "", value ? plainValue(valueOf(value)) : isNumber ? 0 : ""];
    }),
  );
  try {
    run(processing.children, outcomes, given);
    return Number(outcomes.get("SCORE") ?? 0);
  } catch (error) {
    if (error instanceof UnknownRule) return null;
    throw error;
  }
}

function run(rules: QtiNode[], outcomes: Map<string, Value>, given: Given): void {
  for (const rule of rules) {
    const [first, ...rest] = rule.children;
    switch (rule.name) {
      case "responsecondition": {
        const met = rule.children.find(
          (branch) =>
            branch.name === "responseelse" ||
            (branch.children[0] !== undefined && valueIn(branch.children[0], outcomes, given) === true),
        );
        if (met) run(met.name === "responseelse" ? met.children : met.children.slice(1), outcomes, given);
        break;
      }
      case "responseprocessingfragment":
        run(rule.children, outcomes, given);
        break;
      case "setoutcomevalue":
        if (!first || rest.length > 0) throw new UnknownRule();
        setOutcome(attr(rule, "identifier") ?? "", first, outcomes, given);
        break;
      default:
        throw new UnknownRule();
    }
  }
}

/** Feedback and the like may be set in ways that are not known here. */
function setOutcome(id: string, expression: QtiNode, outcomes: Map<string, Value>, given: Given): void {
  try {
    outcomes.set(id, valueIn(expression, outcomes, given));
  } catch (error) {
    if (!(error instanceof UnknownRule) || typeof outcomes.get(id) === "number") throw error;
  }
}

function valueIn(node: QtiNode, outcomes: ReadonlyMap<string, Value>, given: Given): Value {
  const values = () => node.children.map((child) => valueIn(child, outcomes, given));
  const numbers = () => values().map(Number);
  const [one = Number.NaN, other = Number.NaN] = isArithmetic.has(node.name) ? numbers() : [];
  switch (node.name) {
    case "basevalue":
      return plainValue(valueOf(node));
    case "variable":
      return outcomes.get(attr(node, "identifier") ?? "") ?? unknown();
    case "mapresponse": {
      const id = attr(node, "identifier") ?? "";
      return (given.shares.get(id) ?? unknown()) * (given.responses.get(id)?.most ?? 0);
    }
    case "and":
      return values().every((value) => value === true);
    case "or":
      return values().some((value) => value === true);
    case "not":
      return values()[0] !== true;
    case "sum":
      return numbers().reduce((sum, value) => sum + value, 0);
    case "product":
      return numbers().reduce((product, value) => product * value, 1);
    case "max":
      return Math.max(...numbers());
    case "min":
      return Math.min(...numbers());
    case "subtract":
      return one - other;
    case "divide":
      return one / other;
    case "isnull":
      // Something was answered everywhere.
      return false;
    default:
      return isMet(node, outcomes, given);
  }
}

const isArithmetic = new Set(["subtract", "divide"]);
const unknown = (): never => {
  throw new UnknownRule();
};

/** A comparison: of an answer with what is right, or of numbers. */
function isMet(node: QtiNode, outcomes: ReadonlyMap<string, Value>, given: Given): boolean {
  const asked = below(node, "variable").flatMap((variable) => {
    const id = attr(variable, "identifier") ?? "";
    return given.shares.has(id) ? [id] : [];
  });
  const [only] = asked;
  if (only === undefined) {
    const [one = Number.NaN, other = Number.NaN] = node.children.map((child) =>
      Number(valueIn(child, outcomes, given)),
    );
    return compare(node.name, one, other);
  }
  if (!comparisons.has(node.name)) return unknown();
  // With a wrong answer, to take points off or to tell something about it.
  const key = childOf(node, "basevalue");
  const isOther =
    key !== undefined && equalities.has(node.name) && !isKey(valueOf(key), given.responses.get(only));
  return !isOther && asked.every((id) => given.shares.get(id) === 1);
}

function isKey(text: string, response: QtiResponse | undefined): boolean {
  const folded = text.toLowerCase();
  return response !== undefined && keysOf(response).some((key) => key.toLowerCase() === folded);
}

const equalities = new Set(["match", "stringmatch"]);
const comparisons = new Set([...equalities, ..."equal equalrounded gt gte lt lte".split(" ")]);

function compare(name: string, one: number, other: number): boolean {
  switch (name) {
    case "match":
    case "equal":
    case "equalrounded":
      return isNear(one, other);
    case "gt":
      return one > other + 1e-6;
    case "gte":
      return one > other - 1e-6;
    case "lt":
      return one < other - 1e-6;
    case "lte":
      return one < other + 1e-6;
    default:
      return unknown();
  }
}

function plainValue(text: string): Value {
  if (text === "true" || text === "false") return text === "true";
  const number = Number(text);
  return text !== "" && Number.isFinite(number) ? number : text;
}
