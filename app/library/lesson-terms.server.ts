import type { Report } from "./fault.ts";
import { type MarkdownNode, textOf } from "./markdown-parser.ts";

/**
 * What a term of the course's glossary means, in the language of a lesson: null where that is not written, undefined for
 * a term that is not there.
 */
export type MeaningOf = (id: string) => string | null | undefined;

/**
 * Makes `:term[word]{#id}` a button that opens the meaning beside it: the browser's own popover, so that it needs no
 * script and is opened by key, touch and pointer alike. `number` tells the places of a lesson apart.
 */
export function termOf(
  node: MarkdownNode,
  meaningOf: MeaningOf,
  number: number,
  fault: Report<MarkdownNode>,
): void {
  const id = node.attributes?.id ?? "";
  const word = textOf(node);
  const meaning = meaningOf(id);
  if (!word.trim()) fault(node, "faults.termWordless", { syntax: ":term[word]{#id}" });
  if (meaning === undefined) fault(node, "faults.termUnknown", { id });
  else if (meaning === null) fault(node, "faults.termMeaningless", { id });
  const target = `term-${number}`;
  node.data = { hName: "span" };
  node.children = [
    inline("button", { type: "button", className: looks.word, popoverTarget: target }, word),
    inline("span", { popover: "", id: target, className: looks.meaning }, meaning ?? ""),
  ];
}

/** Classes that the site has anyway: a style of their own would weigh on every page of every lesson. */
const looks = {
  word: ["term", "underline", "decoration-accent", "underline-offset-4"],
  meaning: ["card", "m-auto"],
};

function inline(hName: string, hProperties: Record<string, unknown>, text: string): MarkdownNode {
  return { type: "emphasis", data: { hName, hProperties }, children: [{ type: "text", value: text }] };
}
