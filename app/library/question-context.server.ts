import { eachNode, type MarkdownNode, parseMarkdown } from "./markdown-parser.ts";
import { htmlOf } from "./markdown.server.ts";

/**
 * Markdown of a question's context as safe HTML, by the rules of lessons but without their boxes and citations: HTML and
 * directives stand as text, pictures are only those of the question (`addressOf` tells where one is served, null when
 * there is none), links only whole addresses.
 */
export function renderQuestionContext(markdown: string, addressOf: (name: string) => string | null): string {
  const tree = parseMarkdown(markdown);
  eachNode(tree, (node) => {
    if (node.type === "image") {
      const address = addressOf(node.url ?? "");
      if (address) node.url = address;
      else Object.assign(node, { type: "text", value: node.alt ?? "" });
    } else if (node.type === "html") {
      Object.assign(node, { type: "text" });
    } else if (/^(container|leaf|text)Directive$/.test(node.type)) {
      asText(node);
    } else if (node.type === "link" && !/^(https?:|mailto:)/.test(node.url ?? "")) {
      Object.assign(node, { type: "emphasis" });
    } else if (
      node.type === "imageReference" ||
      node.type === "linkReference" ||
      node.type === "definition"
    ) {
      Object.assign(node, { type: "text", value: node.alt ?? "" });
    }
  });
  return htmlOf(tree.children ?? []);
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
