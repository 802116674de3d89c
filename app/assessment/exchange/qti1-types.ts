import type { DraftAsked, DraftGap, DraftOption } from "./draft.ts";
import { leaveOut } from "./left-out.ts";
import { attr, below, childOf, type QtiNode } from "./qti-node.ts";
import {
  answerFeedback,
  isAllOrNothing,
  isWorth,
  numbersOf,
  pointsFor,
  type Qti1Condition,
} from "./qti1-conditions.ts";
import { ownTree, presentedTree } from "./qti1-texts.ts";
import type { HtmlNode } from "#app/platform/html-tree.ts";
import { plainTextOf } from "./rich-text.ts";
import { gapMark } from "./text-intake.ts";

export type Qti1Parts = {
  presentation: QtiNode;
  metadata: Map<string, string>;
  conditions: Qti1Condition[];
  feedback: Map<string, HtmlNode[]>;
};
export type Qti1Asked = { asked: DraftAsked; stem: HtmlNode[] };

const identOf = (node: QtiNode) => attr(node, "ident") ?? "";
const labelsOf = (response: QtiNode) => below(response, "response_label");

export function choice(response: QtiNode, parts: Qti1Parts): DraftAsked {
  const { conditions, feedback } = parts;
  const labels = labelsOf(response);
  const said = answerFeedback(conditions);
  const points = labels.map((label) => pointsFor(conditions, identOf(response), identOf(label)));
  const most = Math.max(...points, 0);
  if (most <= 0) return leaveOut("exchange.leftNoKey");
  const isSingle = !/^multiple$/i.test(attr(response, "rcardinality") ?? "Single");
  const sum = points.filter((value) => value > 0).reduce((total, value) => total + value, 0);
  const options = labels.map((label, index): DraftOption => ({
    nodes: ownTree(label),
    percent: (100 * (points[index] as number)) / (isSingle ? most : sum),
    feedback: (said.get(identOf(label)) ?? []).flatMap((id) => feedback.get(id) ?? []),
  }));
  if (isSingle && options.length === 2) {
    const texts = options.map(({ nodes }) => plainTextOf(nodes).toLowerCase());
    const [yes, no] = [texts.indexOf("true"), texts.indexOf("false")];
    const [ifTrue, ifFalse] = [options[yes], options[no]];
    if (ifTrue && ifFalse) {
      return {
        kind: "truefalse",
        answer: ifTrue.percent > ifFalse.percent,
        ifTrue: ifTrue.feedback,
        ifFalse: ifFalse.feedback,
      };
    }
  }
  // One condition that names every right answer is all or nothing.
  const scoring = conditions.filter(isWorth).some(({ equals }) => equals.length > 1) ? "all" : "partial";
  const isAll = scoring === "all" || points.filter((value) => value > 0).length === 1;
  return { kind: "choice", isSingle, scoring: isAll ? "all" : "partial", options };
}

export function order(response: QtiNode, conditions: Qti1Condition[]): DraftAsked {
  const labels = new Map(labelsOf(response).map((label) => [identOf(label), label]));
  const worth = conditions.filter(isWorth);
  const right = worth.reduce<string[]>((longest, { equals }) => {
    const ids = equals.map(({ value }) => value);
    return ids.length > longest.length ? ids : longest;
  }, []);
  // Some write a condition for every place.
  const ids = right.length > 1 ? right : worth.flatMap(({ equals }) => equals.map(({ value }) => value));
  const items = ids.flatMap((id) => labels.get(id) ?? []);
  if (items.length === 0) return leaveOut("exchange.leftNoKey");
  if (items.length < labels.size) return leaveOut("exchange.leftPartOrder");
  return { kind: "order", items: items.map(ownTree), scoring: "exact" };
}

export function numeric(conditions: Qti1Condition[]): DraftAsked {
  return { kind: "numeric", answers: numbersOf(conditions), feedback: [], units: [], isUnitRequired: false };
}

export function short(entry: QtiNode, conditions: Qti1Condition[]): DraftAsked {
  return { kind: "short", feedback: [], wildcards: false, ...typedKey(entry, conditions) };
}

function typedKey(entry: QtiNode, conditions: Qti1Condition[]) {
  const worth = conditions.filter(isWorth);
  const most = Math.max(...worth.map(({ points }) => points ?? 0));
  const own = worth.flatMap(({ equals, points }) =>
    equals
      .filter(({ response }) => response === identOf(entry))
      .map((equal) => ({ ...equal, percent: (100 * (points ?? 0)) / most })),
  );
  return {
    accepted: own.map(({ value, percent }) => ({ text: value, percent })),
    isCaseSensitive: own.some(({ isCaseSensitive }) => isCaseSensitive === true),
  };
}

/** Entries between pieces of text. */
export function textGaps({ presentation, conditions }: Qti1Parts, entries: QtiNode[]): Qti1Asked {
  const gaps = entries.map((entry, index): DraftGap => {
    const isNumber = /^(decimal|integer)$/i.test(
      attr(childOf(entry, "render_fib") ?? entry, "fibtype") ?? "",
    );
    const base = { id: `g${index + 1}`, weight: 1 };
    const own = conditions.filter(({ equals }) => equals.some(({ response }) => response === identOf(entry)));
    if (isNumber) return { ...base, kind: "number", answers: numbersOf(own) };
    return { ...base, kind: "typed", wildcards: false, ...typedKey(entry, conditions) };
  });
  const stem = presentedTree(presentation, (node) => {
    const at = entries.indexOf(node);
    return at < 0 ? [] : [{ type: "text", value: gapMark(`g${at + 1}`) }];
  });
  return { stem, asked: { kind: "blanks", gaps, scoring: isAllOrNothing(conditions) ? "all" : "each" } };
}

/** Canvas: [name] in the text is the gap of the response "response_name". */
export function bracketGaps(
  { presentation, conditions, metadata }: Qti1Parts,
  responses: QtiNode[],
): Qti1Asked {
  const named = new Map(responses.map((response) => [identOf(response).replace(/^response_/, ""), response]));
  const gaps: DraftGap[] = [];
  const isTyped = metadata.get("question_type") === "fill_in_multiple_blanks_question";
  const stem = presentedTree(
    presentation,
    () => [],
    (html) =>
      html.replace(/\[([^[\]\n]{1,100})\]/g, (written, name: string) => {
        const response = named.get(name);
        if (!response) return written;
        const id = `g${gaps.length + 1}`;
        gaps.push(bracketGap(id, response, conditions, isTyped));
        return gapMark(id);
      }),
  );
  return { stem, asked: { kind: "blanks", gaps, scoring: isAllOrNothing(conditions) ? "all" : "each" } };
}

function bracketGap(id: string, response: QtiNode, conditions: Qti1Condition[], isTyped: boolean): DraftGap {
  const labels = labelsOf(response);
  const texts = labels.map((label) => plainTextOf(ownTree(label)));
  const kind = labels.map((label) => attr(label, "answer_type")).find(Boolean);
  if (isTyped && (kind === undefined || kind === "openEntry")) {
    return { id, weight: 1, kind: "typed", isCaseSensitive: false, ...openEntry(labels, texts) };
  }
  const options = labels.map((label, index) => ({
    text: texts[index] as string,
    percent: pointsFor(conditions, identOf(response), identOf(label)) > 0 ? 100 : 0,
  }));
  return { id, weight: 1, kind: "choice", options };
}

/** Every label is an accepted answer. Of Canvas' ways of comparing, those that have a counterpart. */
function openEntry(labels: QtiNode[], texts: string[]) {
  const ways = new Set(labels.map((label) => attr(label, "scoring_algorithm")));
  if (ways.has("TextRegex")) return leaveOut("exchange.leftPattern");
  if (ways.has("TextCloseEnough")) return leaveOut("exchange.leftCloseEnough");
  const contains = ways.has("TextContainsAnswer");
  // Capital letters never count, so variants of them are one.
  const distinct = [...new Map(texts.map((text) => [text.toLowerCase(), text])).values()];
  return {
    wildcards: contains,
    accepted: distinct.map((text) => ({ text: contains ? `*${text}*` : text, percent: 100 })),
  };
}

/** Each response is a left part, its choices the right ones; of categories, the other way round. */
export function matching(responses: QtiNode[], conditions: Qti1Condition[]): DraftAsked {
  const scoring = isAllOrNothing(conditions) ? "all" : "each";
  const rows = responses.map((response) => {
    const right = labelsOf(response).filter(
      (label) => pointsFor(conditions, identOf(response), identOf(label)) > 0,
    );
    return { left: ownTree(response), right };
  });
  const labels = new Map(responses.flatMap(labelsOf).map((label) => [identOf(label), ownTree(label)]));
  const asked = rows.filter(({ left }) => plainTextOf(left) !== "");
  if (asked.every(({ right }) => right.length === 0)) return leaveOut("exchange.leftNoKey");
  const used = new Set(asked.flatMap(({ right }) => right.map(identOf)));
  const nodesOf = (label: QtiNode | undefined): HtmlNode[] =>
    label ? (labels.get(identOf(label)) ?? []) : [];
  if (asked.every(({ right }) => right.length === 1)) {
    return {
      kind: "match",
      scoring,
      pairs: asked.map(({ left, right }) => ({ left, right: nodesOf(right[0]) })),
      distractors: [...labels].filter(([id]) => !used.has(id)).map(([, nodes]) => nodes),
    };
  }
  // Every choice has one category, and none is without.
  const placed = asked.flatMap(({ left, right }) =>
    right.map((label) => ({ left: nodesOf(label), right: left })),
  );
  if (placed.length !== labels.size || used.size !== labels.size) return leaveOut("exchange.leftManyPairs");
  return { kind: "match", scoring, pairs: placed, distractors: [] };
}
