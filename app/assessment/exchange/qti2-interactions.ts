import type { DraftAsked, DraftGap, DraftRegion } from "./draft.ts";
import { maxParts } from "./exchange-limits.ts";
import { leaveOut } from "./left-out.ts";
import { fileKindsOf } from "./moodle-types.ts";
import { attr, below, childrenOf, htmlOf, numberAttr, type QtiNode, valueOf, wordsOf } from "./qti-node.ts";
import { keysOf, percentOf, type QtiResponse } from "./qti2-responses.ts";
import type { HtmlNode } from "#app/platform/html-tree.ts";
import { plainTextOf } from "./rich-text.ts";
import { gapMark } from "./text-intake.ts";

/** What an interaction asks that stands in the body as a block. */
export function interactionAsked(
  node: QtiNode,
  response: QtiResponse | undefined,
  { guidance, modal }: { guidance: HtmlNode[]; modal: ReadonlyMap<string, HtmlNode[]> },
): DraftAsked {
  switch (node.name) {
    case "choiceinteraction":
      return choice(node, response ?? leaveOut("exchange.leftNoKey"), modal);
    case "orderinteraction":
      return order(node, response ?? leaveOut("exchange.leftNoKey"));
    case "matchinteraction":
      return match(node, response ?? leaveOut("exchange.leftNoKey"));
    case "extendedtextinteraction": {
      const model = (response?.correct ?? []).map((text) => ({ type: "text", value: text }));
      return { kind: "essay", guidance: [...guidance, ...model] };
    }
    case "uploadinteraction":
      return {
        kind: "file",
        accept: fileKindsOf(attr(node, "type") ?? attr(node, "accept") ?? ""),
        guidance,
      };
    default:
      return leaveOut("exchange.leftType", { type: node.name.replace(/interaction$/, "") });
  }
}

const idOf = (node: QtiNode) => attr(node, "identifier") ?? "";
const truthWords = [
  ["true", "тачно", "tačno", "да", "da", "yes"],
  ["false", "нетачно", "netačno", "не", "ne", "no"],
] as const;

function choice(node: QtiNode, response: QtiResponse, modal: ReadonlyMap<string, HtmlNode[]>): DraftAsked {
  const feedbackOf = (one: QtiNode) => [...inlineFeedback(one), ...(modal.get(idOf(one)) ?? [])];
  const choices = childrenOf(node, "simplechoice");
  if (keysOf(response).length === 0) return leaveOut("exchange.leftNoKey");
  const isSingle = response.cardinality === "single";
  if (isSingle && choices.length === 2) {
    const truths = choices.map(truthOf);
    const [yes, no] = [truths.indexOf(true), truths.indexOf(false)];
    if (yes >= 0 && no >= 0) {
      const percents = choices.map((one) => percentOf(response, idOf(one)));
      return {
        kind: "truefalse",
        answer: (percents[yes] as number) > (percents[no] as number),
        ifTrue: feedbackOf(choices[yes] as QtiNode),
        ifFalse: feedbackOf(choices[no] as QtiNode),
      };
    }
  }
  return {
    kind: "choice",
    isSingle,
    scoring: response.isMapped ? "partial" : "all",
    options: choices.map((one) => ({
      nodes: htmlOf(one.nodes),
      percent: percentOf(response, idOf(one)),
      feedback: feedbackOf(one),
    })),
  };
}

/** By its words; by its identifier only when it has none. */
function truthOf(node: QtiNode): boolean | null {
  const words = plainTextOf(htmlOf(node.nodes)).toLowerCase();
  const said = words === "" ? idOf(node).toLowerCase() : words;
  if ((truthWords[0].slice(0, 3) as string[]).includes(said)) return true;
  return (truthWords[1].slice(0, 3) as string[]).includes(said) ? false : null;
}

function inlineFeedback(node: QtiNode): HtmlNode[] {
  return ["feedbackinline", "feedbackblock"]
    .flatMap((name) => below(node, name))
    .flatMap(({ nodes }) => htmlOf(nodes));
}

function order(node: QtiNode, response: QtiResponse): DraftAsked {
  const choices = new Map(childrenOf(node, "simplechoice").map((one) => [idOf(one), one]));
  const items = response.correct.flatMap((id) => choices.get(id) ?? []);
  if (items.length === 0) return leaveOut("exchange.leftNoKey");
  // Only some of them are to be put in order.
  if (items.length < choices.size) return leaveOut("exchange.leftPartOrder");
  return { kind: "order", items: items.map(({ nodes }) => htmlOf(nodes)), scoring: "exact" };
}

type Pair = [left: string, right: string];

function pairsOf(response: QtiResponse): Pair[] {
  const written = response.isMapped
    ? response.mapping.filter(({ value }) => value > 0).map(({ key }) => key)
    : keysOf(response);
  return written.map((pair) => pair.split(/\s+/) as Pair);
}

/** Each of one set has one of the other; which set has, is found out. */
function match(node: QtiNode, response: QtiResponse): DraftAsked {
  const [one = [], other = []] = childrenOf(node, "simplematchset").map((set) =>
    childrenOf(set, "simpleassociablechoice"),
  );
  const pairs = pairsOf(response);
  if (pairs.length === 0) return leaveOut("exchange.leftNoKey");
  const swapped = pairs.map(([left, right]): Pair => [right, left]);
  const scoring = response.isMapped ? "each" : "all";
  const found = paired(one, other, pairs) ?? paired(other, one, swapped);
  return found ? { kind: "match", scoring, ...found } : leaveOut("exchange.leftManyPairs");
}

function paired(left: QtiNode[], right: QtiNode[], pairs: Pair[]) {
  const isComplete = left.every((node) => pairs.filter(([id]) => id === idOf(node)).length === 1);
  if (!isComplete || pairs.length !== left.length) return null;
  const texts = new Map(right.map((node) => [idOf(node), htmlOf(node.nodes)]));
  const used = new Set(pairs.map(([, id]) => id));
  return {
    pairs: left.map((node) => ({
      left: htmlOf(node.nodes),
      right: texts.get(pairs.find(([id]) => id === idOf(node))?.[1] ?? "") ?? [],
    })),
    distractors: right.filter((node) => !used.has(idOf(node))).map(({ nodes }) => htmlOf(nodes)),
  };
}

/** Every word may be put into every gap. */
export function gapMatch(node: QtiNode, response: QtiResponse | undefined, stem: HtmlNode[]) {
  if (childrenOf(node, "gapimg").length > 0) return leaveOut("exchange.leftType", { type: "gapImg" });
  const words = childrenOf(node, "gaptext");
  const pairs = response ? pairsOf(response) : [];
  const gaps: DraftGap[] = [];
  const text = htmlOf(node.nodes, (child) => {
    if (child.name === "gaptext" || child.name === "prompt") return [];
    if (child.name !== "gap") return undefined;
    const right = pairs.filter(([, gap]) => gap === idOf(child)).map(([word]) => word);
    if (gaps.length * words.length > 10 * maxParts) leaveOut("exchange.leftManyParts");
    const id = `g${gaps.length + 1}`;
    const value = response?.isMapped
      ? response.mapping.find(({ key }) => key === `${right[0]} ${idOf(child)}`)?.value
      : 1;
    gaps.push({
      id,
      weight: value && value > 0 ? value : 1,
      kind: "choice",
      options: words.map((word) => ({
        text: valueOf(word).replace(/\s+/g, " "),
        percent: right.includes(idOf(word)) ? 100 : 0,
      })),
    });
    return [{ type: "text", value: gapMark(id) }];
  });
  // One response holds the words of every gap: without a mapping it is right or wrong as a whole.
  const scoring = response?.isMapped ? ("each" as const) : ("all" as const);
  return { stem: [...stem, ...text], asked: { kind: "blanks" as const, gaps, scoring } };
}

export function hotspot(node: QtiNode, response: QtiResponse | undefined): DraftAsked {
  const [image] = node.children.filter(
    ({ name }) => name === "object" || name === "img" || name === "picture",
  );
  const address = image && (attr(image, "data") ?? attr(image, "src"));
  const width = image ? numberAttr(image, "width") : null;
  const height = image ? numberAttr(image, "height") : null;
  if (!image || !address || !response) return leaveOut("exchange.leftNoPicture", { name: address ?? "" });
  if (!width || !height) return leaveOut("exchange.leftNoSize");
  return {
    kind: "hotspot",
    image: address,
    alt: attr(image, "alt") ?? wordsOf(image).replace(/\s+/g, " ").trim(),
    isSingle: response.cardinality === "single",
    scoring: response.isMapped && response.cardinality !== "single" ? "partial" : "all",
    regions: childrenOf(node, "hotspotchoice").map((region) =>
      regionOf(region, percentOf(response, idOf(region)) > 0, { width, height }),
    ),
  };
}

/** Coordinates are in pixels of the picture; ours in percent. A circle's radius is in percent of the width. */
function regionOf(node: QtiNode, isRight: boolean, size: { width: number; height: number }): DraftRegion {
  const numbers = (attr(node, "coords") ?? "").split(/[\s,]+/).map(Number);
  const x = (value = 0) => percent(value, size.width);
  const y = (value = 0) => percent(value, size.height);
  const named = { label: attr(node, "hotspotLabel") ?? attr(node, "label") ?? "", isRight };
  if (numbers.some((value) => !Number.isFinite(value))) return leaveOut("exchange.leftNoSize");
  const [a = 0, b = 0, c = 0, d = 0] = numbers;
  switch (attr(node, "shape")) {
    case "circle":
      return { shape: "circle", at: [x(a), y(b), x(c)], ...named };
    case "ellipse":
      return {
        shape: "polygon",
        at: ellipse.map(([cos, sin]) => [x(a + c * cos), y(b + d * sin)]),
        ...named,
      };
    case "poly":
      return {
        shape: "polygon",
        at: Array.from({ length: Math.floor(numbers.length / 2) }, (_, index) => [
          x(numbers[2 * index]),
          y(numbers[2 * index + 1]),
        ]),
        ...named,
      };
    case "default":
      return { shape: "rect", at: [0, 0, 100, 100], ...named };
    default:
      return { shape: "rect", at: [x(a), y(b), x(c) - x(a), y(d) - y(b)], ...named };
  }
}

const corners = 16;
const ellipse = Array.from({ length: corners }, (_, index): [number, number] => {
  const angle = (2 * Math.PI * index) / corners;
  return [Math.cos(angle), Math.sin(angle)];
});

/** Inside the picture, to four digits. */
function percent(value: number, whole: number): number {
  return Math.min(100, Math.max(0, Math.round((1_000_000 * value) / whole) / 10_000));
}
