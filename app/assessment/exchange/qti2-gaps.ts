import type { MessageKey } from "#app/platform/i18n.tsx";

import type { DraftAsked, DraftGap } from "./draft.ts";
import { leaveOut } from "./left-out.ts";
import { attr, childrenOf, htmlOf, type QtiNode, valueOf } from "./qti-node.ts";
import { isNumber, numbersOf, percentOf, type QtiResponse, responsesOf, typedOf } from "./qti2-responses.ts";
import { gapRuleOf } from "./qti2-score.ts";
import type { HtmlNode } from "#app/platform/html-tree.ts";
import { gapMark } from "./text-intake.ts";

/** An item whose interactions stand in the lines of a text: `found`, in their order. */
export function textWithGaps(
  item: QtiNode,
  body: QtiNode,
  found: QtiNode[],
): { asked: DraftAsked; stem: HtmlNode[]; lost: MessageKey[] } {
  const idOf = (node: QtiNode) => attr(node, "responseIdentifier") ?? "";
  const declared = responsesOf(item);
  const responses = new Map(
    found.map((node) => [idOf(node), declared.get(idOf(node)) ?? leaveOut("exchange.leftNoKey")]),
  );
  const { scoring, weights } = gapRuleOf(item, responses);
  const gaps = found.map((node, index) => {
    const id = idOf(node);
    return gapOf(`g${index + 1}`, node, responses.get(id) as QtiResponse, weights.get(id) ?? 1);
  });
  const stem = htmlOf(body.nodes, (node) => {
    const at = found.indexOf(node);
    return at < 0 ? undefined : [{ type: "text", value: gapMark(`g${at + 1}`) }];
  });
  return {
    stem,
    asked: { kind: "blanks", gaps, scoring: scoring === "all" ? "all" : "each" },
    lost: scoring === "other" ? ["exchange.noteGapRule"] : [],
  };
}

function gapOf(id: string, node: QtiNode, response: QtiResponse, weight: number): DraftGap {
  if (node.name === "textentryinteraction") {
    return isNumber(response)
      ? { id, weight, kind: "number", answers: numbersOf(response) }
      : { id, weight, kind: "typed", ...typedOf(response) };
  }
  const options = childrenOf(node, "inlinechoice").map((choice) => ({
    text: valueOf(choice).replace(/\s+/g, " "),
    percent: percentOf(response, attr(choice, "identifier") ?? ""),
  }));
  return { id, weight, kind: "choice", options };
}
