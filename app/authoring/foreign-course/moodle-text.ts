import { treeOfLooseText, treeOfMarkdown, treeOfPlainText } from "#app/assessment/exchange/rich-text.ts";

import type { ForeignText, Resolve } from "./foreign-course.ts";
import { htmlText } from "./html-text.ts";

/** A text in one of Moodle's formats. */
export function moodleText(source: string, format: string, resolve: Resolve): ForeignText {
  switch (format) {
    case "plain_text":
      return { nodes: treeOfPlainText(source), resolve };
    case "markdown":
      return { nodes: treeOfMarkdown(source), resolve };
    case "moodle_auto_format":
      return { nodes: treeOfLooseText(source), resolve };
    default:
      return htmlText(source, resolve);
  }
}

/** Several as one, each with its own files. */
export function joined(texts: ForeignText[]): ForeignText {
  return {
    nodes: texts.flatMap(({ nodes }) => nodes),
    resolve: (address) => {
      for (const { resolve } of texts) {
        const target = resolve(address);
        if (target) return target;
      }
      return null;
    },
  };
}
