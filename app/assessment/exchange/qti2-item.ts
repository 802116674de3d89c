import type { MessageKey } from "#app/platform/i18n.tsx";

import type { Draft, DraftAsked } from "./draft.ts";
import { sentence } from "./exchange.ts";
import { leaveOut } from "./left-out.ts";
import {
  attr,
  below,
  childOf,
  childrenOf,
  htmlOf,
  nearest,
  numberAttr,
  type QtiNode,
  requireModest,
  valueOf,
  wordsOf,
} from "./qti-node.ts";
import { gapMatch, hotspot, interactionAsked } from "./qti2-interactions.ts";
import { textWithGaps } from "./qti2-gaps.ts";
import { isOfAll, lostOf } from "./qti2-losses.ts";
import { isNumber, numbersOf, type QtiResponse, responsesOf, typedOf } from "./qti2-responses.ts";
import type { HtmlNode } from "#app/platform/html-tree.ts";
import { element } from "./html-nodes.ts";
import { askingClass } from "./text-intake.ts";

const interactions = new Set(
  "choiceinteraction orderinteraction matchinteraction associateinteraction textentryinteraction inlinechoiceinteraction gapmatchinteraction extendedtextinteraction uploadinteraction hotspotinteraction hottextinteraction sliderinteraction selectpointinteraction graphicorderinteraction graphicassociateinteraction graphicgapmatchinteraction positionobjectinteraction positionobjectstage mediainteraction drawinginteraction custominteraction portablecustominteraction endattemptinteraction".split(
    " ",
  ),
);

/** An assessmentItem of QTI 2.x or 3.0. `stimulus`: shared texts it refers to, to be shown above it. */
export function qti2Draft(item: QtiNode, category: string, stimulus: HtmlNode[]): Draft {
  requireModest(item);
  if (attr(item, "adaptive") === "true") leaveOut("exchange.leftAdaptive");
  if (childOf(item, "templatedeclaration") || childOf(item, "templateprocessing"))
    leaveOut("exchange.leftTemplate");
  const body = childOf(item, "itembody");
  if (!body) return leaveOut("exchange.leftEmpty");
  const modal = new Map(
    childrenOf(item, "modalfeedback").map((node) => [attr(node, "identifier") ?? "", feedbackTree(node)]),
  );
  const { asked, stem, lost = [] } = askedOf(item, body, modal);
  return {
    name: attr(item, "title") ?? attr(item, "identifier") ?? "",
    key: attr(item, "identifier") ?? undefined,
    category,
    stem: [...stimulus, ...stem],
    why: whyOf(item, modal),
    points: pointsOf(item),
    tags: [],
    isRetired: false,
    lost: [...lost, ...lostOf(item, modal)].map((key) => sentence(key)),
    asked,
  };
}

type Asked = { asked: DraftAsked; stem: HtmlNode[]; lost?: MessageKey[] };

function askedOf(item: QtiNode, body: QtiNode, modal: ReadonlyMap<string, HtmlNode[]>): Asked {
  const responses = responsesOf(item);
  const found = nearest(body, interactions);
  const [first] = found;
  if (!first) return leaveOut("exchange.leftNoQuestion");
  const responseOf = (node: QtiNode) => responses.get(attr(node, "responseIdentifier") ?? "");
  const isInline = ({ name }: QtiNode) =>
    name === "textentryinteraction" || name === "inlinechoiceinteraction";
  if (found.length > 1 && !found.every(isInline))
    return leaveOut("exchange.leftSeveral", { count: found.length });
  if (found.length === 1 && first.name === "textentryinteraction") {
    const response = responseOf(first) ?? leaveOut("exchange.leftNoKey");
    const after = textAfter(body, first) ?? "";
    if (isGapOfOurs(body, first)) return gapsUnderRubric(item, body, found);
    if (isNumber(response) || (after.match(/\p{L}/gu)?.length ?? 0) < 4) {
      return { stem: stemOf(body, first, after), asked: entryAsked(response) };
    }
  }
  if (found.every(isInline)) return gapsUnderRubric(item, body, found);
  const guidance = rubricOf(body, true);
  const prompt = promptOf(first);
  const stem = [...rubricOf(body, false), ...htmlOf(body.nodes, (node) => (node === first ? [] : undefined))];
  if (first.name === "gapmatchinteraction") return gapMatch(first, responseOf(first), [...stem, ...prompt]);
  const asked =
    first.name === "hotspotinteraction"
      ? hotspot(first, responseOf(first))
      : interactionAsked(first, responseOf(first), { guidance, modal });
  return { asked, stem: [...stem, ...prompt] };
}

function gapsUnderRubric(item: QtiNode, body: QtiNode, found: QtiNode[]): Asked {
  const { stem, ...asked } = textWithGaps(item, body, found);
  return { stem: [...rubricOf(body, false), ...stem], ...asked };
}

/** What we wrote marks the paragraph that asks: an entry among words of another one is a gap. */
function isGapOfOurs(body: QtiNode, entry: QtiNode): boolean {
  const paragraphs = below(body, "p");
  const isMarked = paragraphs.some((one) => attr(one, "class") === askingClass);
  return (
    isMarked && paragraphs.some((one) => below(one, entry.name).includes(entry) && wordsOf(one).trim() !== "")
  );
}

function entryAsked(response: QtiResponse): DraftAsked {
  if (!isNumber(response)) return { kind: "short", feedback: [], ...typedOf(response) };
  return { kind: "numeric", answers: numbersOf(response), feedback: [], units: [], isUnitRequired: false };
}

/** A prompt is what is asked. */
function promptOf(interaction: QtiNode): HtmlNode[] {
  const prompt = childOf(interaction, "prompt");
  if (!prompt || wordsOf(prompt).trim() === "") return [];
  const nodes = htmlOf(prompt.nodes);
  const isPlain = prompt.children.every(({ name }) => !/^(p|div|table|ul|ol|blockquote|pre|h\d)$/.test(name));
  return isPlain ? [element("p", nodes, { className: [askingClass] })] : nodes;
}

/** Rubrics for scorers guide those who grade; those for candidates belong to the question. */
function rubricOf(body: QtiNode, isForScorers: boolean): HtmlNode[] {
  return below(body, "rubricblock")
    .filter((block) => isForScorers === !/candidate/.test(attr(block, "view") ?? "candidate"))
    .flatMap((block) => htmlOf(block.nodes));
}

/** The text that stands after an element, null when the element is not in it. */
function textAfter(node: QtiNode, target: QtiNode): string | null {
  let result: string | null = null;
  for (const child of node.nodes) {
    if (child === target) result = "";
    else if (result !== null) result += typeof child === "string" ? child : wordsOf(child);
    else if (typeof child !== "string") result = textAfter(child, target);
  }
  return result;
}

function stemOf(body: QtiNode, entry: QtiNode, after: string): HtmlNode[] {
  const line = /[\p{L}\p{N}]/u.test(after) ? [{ type: "text", value: " _____ " }] : [];
  return [...rubricOf(body, false), ...htmlOf(body.nodes, (node) => (node === entry ? line : undefined))];
}

const feedbackTree = (node: QtiNode) => htmlOf((childOf(node, "contentbody") ?? node).nodes);

/** General feedback explains; that of one choice is the choice's, that of every wrong answer has no place. */
function whyOf(item: QtiNode, modal: ReadonlyMap<string, HtmlNode[]>): HtmlNode[][] {
  const choices = new Set(
    ["simplechoice", "inlinechoice"]
      .flatMap((name) => below(item, name))
      .map((node) => attr(node, "identifier")),
  );
  const general = [...modal].filter(([id]) => !choices.has(id) && !/incorrect|wrong/i.test(id));
  return [
    ...general.map(([, nodes]) => nodes),
    ...below(item, "feedbackblock").filter(isOfAll).map(feedbackTree),
  ];
}

function pointsOf(item: QtiNode): number {
  const outcomes = new Map(
    childrenOf(item, "outcomedeclaration").map((node) => [attr(node, "identifier"), node]),
  );
  const most = outcomes.get("MAXSCORE");
  const value = most && below(most, "value")[0];
  const score = outcomes.get("SCORE");
  const given =
    (value ? Number(valueOf(value)) : null) ?? (score ? numberAttr(score, "normalMaximum") : null);
  if (given !== null && given > 0) return given;
  const mapped = [...responsesOf(item).values()].filter(({ isMapped }) => isMapped);
  const set = highestScore(item);
  if (mapped.length === 0 && set !== null) return set;
  const sum = mapped.reduce((total, { most: reachable }) => total + reachable, 0);
  return sum > 0 ? sum : 1;
}

/** The most that the item's own processing sets at once. */
function highestScore(item: QtiNode): number | null {
  const values = below(item, "setoutcomevalue")
    .filter((node) => attr(node, "identifier") === "SCORE")
    .flatMap((node) => childrenOf(node, "basevalue").map((value) => Number(valueOf(value))))
    .filter((value) => value > 0);
  return values.length > 0 ? Math.max(...values) : null;
}
