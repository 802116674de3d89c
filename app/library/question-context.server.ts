import { visit } from "unist-util-visit";

import type { Fault } from "./fault.ts";
import { htmlOf, type MarkdownNode, parseMarkdown } from "./lesson-markdown.server.ts";

export type RenderedContext = { html: string; faults: Pick<Fault, "line" | "problem" | "remedy">[] };

/**
 * Markdown of a question's context as safe HTML, by the rules of lessons but without their boxes and citations: HTML and
 * directives stand as text, pictures are only those of the question (`addressOf` tells where one is served, null when
 * there is none), links only whole addresses.
 */
export function renderQuestionContext(
  markdown: string,
  addressOf: (name: string) => string | null,
): RenderedContext {
  const tree = parseMarkdown(markdown);
  const faults: RenderedContext["faults"] = [];
  const fault = (node: MarkdownNode, problem: string, remedy: string) =>
    faults.push({ line: node.position?.start.line ?? 1, problem, remedy });
  visit(tree as never, (node: MarkdownNode) => {
    if (node.type === "image") {
      const address = addressOf(node.url ?? "");
      if (address) node.url = address;
      else fault(node, `There is no picture "${node.url}".`, "Add the file to the question.");
      if (!node.alt?.trim()) fault(node, "The picture has no alternative text.", "Describe it.");
      if (!address) Object.assign(node, { type: "text", value: node.alt ?? "" });
    } else if (node.type === "html") {
      fault(node, "HTML is not allowed.", "Use Markdown.");
      Object.assign(node, { type: "text" });
    } else if (/^(container|leaf|text)Directive$/.test(node.type)) {
      asText(node);
    } else if (node.type === "link" && !/^(https?:|mailto:)/.test(node.url ?? "")) {
      fault(node, `The link "${node.url}" leads nowhere.`, "Give a whole address.");
      Object.assign(node, { type: "emphasis" });
    } else if (
      node.type === "imageReference" ||
      node.type === "linkReference" ||
      node.type === "definition"
    ) {
      fault(
        node,
        "Addresses that stand elsewhere in the text are not allowed.",
        "Write the address in place.",
      );
      Object.assign(node, { type: "text", value: node.alt ?? "" });
    }
  });
  return { html: htmlOf(tree.children ?? []), faults };
}

/** What looks like a directive of lessons: a time such as 22:40, or a block of them. */
function asText(node: MarkdownNode) {
  if (node.type === "textDirective") {
    const { children = [] } = node;
    Object.assign(node, {
      type: "emphasis",
      data: { hName: "span" },
      children: [{ type: "text", value: `:${node.name}` }, ...children],
    });
  } else {
    Object.assign(node, { data: { hName: "div" } });
  }
}
