import type { MessageKey } from "#app/platform/i18n.tsx";

import { attr, below, childrenOf, numberAttr, type QtiNode } from "./qti-node.ts";
import type { HtmlNode } from "#app/platform/html-tree.ts";

/** What has no place here, so that nobody misses it in silence. */
export function lostOf(item: QtiNode, modal: ReadonlyMap<string, HtmlNode[]>): MessageKey[] {
  const inChoices = new Set(
    below(item, "choiceinteraction")
      .flatMap((choices) => below(choices, "simplechoice"))
      .flatMap(feedbackBelow),
  );
  const elsewhere = feedbackBelow(item).filter((node) => !inChoices.has(node));
  const isLost = (node: QtiNode) => node.name === "feedbackinline" || !isOfAll(node);
  const isSaid = [...modal].some(([id, nodes]) => /incorrect|wrong/i.test(id) && nodes.length > 0);
  // Of several right choices, wrong ones take off by our rule.
  const isByRule = (node: QtiNode) =>
    attr(node, "cardinality") === "multiple" && below(item, "choiceinteraction").length > 0;
  const takesOff = childrenOf(item, "responsedeclaration")
    .filter((node) => !isByRule(node))
    .flatMap((node) => childrenOf(node, "mapping"))
    .some((mapping) => (numberAttr(mapping, "defaultValue") ?? 0) < 0);
  const hasSupports = supports.some((name) => below(item, name).length > 0);
  return [
    ...(isSaid || elsewhere.some(isLost) ? ["exchange.noteOtherFeedback" as const] : []),
    ...(takesOff ? ["exchange.noteNegative" as const] : []),
    ...(hasSupports ? ["exchange.noteSupports" as const] : []),
  ];
}

const supports = "apipaccessibility cataloginfo companionmaterialsinfo".split(" ");
const feedbackBelow = (node: QtiNode) =>
  ["feedbackinline", "feedbackblock"].flatMap((name) => below(node, name));

/** Whether feedback is not for wrong answers. */
export const isOfAll = (block: QtiNode) => !/incorrect|wrong/i.test(attr(block, "identifier") ?? "");
