import { isDirective, type MarkdownNode, parseMarkdown } from "#app/library/markdown-parser.ts";

import { directiveNode } from "./lesson-directive.ts";
import { inlineNodes } from "./lesson-inline.ts";
import type { LessonNode } from "./lesson-node.ts";
import { filled, NotShown } from "./not-shown.ts";

/** A block as the editor shows it; one that it has no form for is `opaque`, its source in `text`. */
export function blockOf(source: string): LessonNode {
  const [node, ...others] = parseMarkdown(source).children ?? [];
  if (!node || others.length > 0) return opaque(source);
  return shown(node, source, true);
}

function opaque(text: string): LessonNode {
  return { type: "opaque", attrs: { text } };
}

function shown(node: MarkdownNode, source: string, isTop = false): LessonNode {
  try {
    return blockNode(node, source, isTop);
  } catch (error) {
    if (error instanceof NotShown) return opaque(sliceOf(node, source));
    throw error;
  }
}

function sliceOf({ position }: MarkdownNode, source: string): string {
  return source.slice(position?.start.offset, position?.end.offset);
}

function blockNode(node: MarkdownNode, source: string, isTop = false): LessonNode {
  const within = (children: MarkdownNode[] = []) => children.map((child) => blockNode(child, source));
  if (isDirective(node)) {
    return directiveNode(node, {
      isTop,
      // Lines inside a directive are not indented, so a block in it that has no form can still be shown as its source.
      within: (children) => children.map((child) => shown(child, source)),
      sourceOf: (children) => {
        const [first, last] = [children[0]?.position?.start.offset, children.at(-1)?.position?.end.offset];
        return source.slice(first, last);
      },
    });
  }
  switch (node.type) {
    case "paragraph":
      return { type: "paragraph", content: inlineNodes(node.children) };
    case "heading":
      return { type: "heading", attrs: { level: node.depth }, content: inlineNodes(node.children) };
    case "blockquote":
      return { type: "quote", content: filled(within(node.children)) };
    case "thematicBreak":
      return { type: "rule" };
    case "list":
      return listNode(node, within);
    case "table":
      return tableNode(node);
    default:
      throw new NotShown();
  }
}

function listNode(node: MarkdownNode, within: (children?: MarkdownNode[]) => LessonNode[]): LessonNode {
  const items = (node.children ?? []).map((item) => {
    const content = filled(within(item.children));
    if (typeof item.checked === "boolean" || content[0]?.type !== "paragraph") throw new NotShown();
    return { type: "listItem", content };
  });
  const isLoose = (node.children ?? []).some(({ spread }) => spread) || Boolean(node.spread);
  return node.ordered
    ? { type: "orderedList", attrs: { isLoose, start: node.start ?? 1 }, content: items }
    : { type: "bulletList", attrs: { isLoose }, content: items };
}

function tableNode(node: MarkdownNode): LessonNode {
  const columns = node.children?.[0]?.children?.length ?? 0;
  const rows = (node.children ?? []).map((row, number) => {
    const cells = row.children ?? [];
    // A row may be shorter than its table; the editor's are not.
    if (cells.length !== columns) throw new NotShown();
    return {
      type: "tableRow",
      content: cells.map((cell, column) => ({
        type: number === 0 ? "tableHeader" : "tableCell",
        attrs: { align: node.align?.[column] ?? null, colspan: 1, rowspan: 1, colwidth: null },
        content: [{ type: "paragraph", content: inlineNodes(cell.children) }],
      })),
    };
  });
  return { type: "table", content: rows };
}
