import remarkDirective from "remark-directive";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";

/** A place in the text, counted in characters from 0. */
type Point = { line: number; offset?: number };

/** As much of a Markdown node as is used here. */
export type MarkdownNode = {
  type: string;
  name?: string;
  value?: string;
  alt?: string | null;
  url?: string;
  title?: string | null;
  depth?: number;
  ordered?: boolean | null;
  start?: number | null;
  spread?: boolean | null;
  checked?: boolean | null;
  align?: (string | null)[] | null;
  attributes?: Record<string, string | null | undefined> | null;
  children?: MarkdownNode[];
  data?: {
    directiveLabel?: boolean;
    isDecorative?: boolean;
    hName?: string;
    hProperties?: Record<string, unknown>;
  };
  position?: { start: Point; end: Point };
};

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkDirective);

/** The one way in which lessons are read, on the server and in the editor. */
export function parseMarkdown(markdown: string): MarkdownNode {
  return parser.parse(markdown) as MarkdownNode;
}

type Root = ReturnType<typeof parser.parse>;

/** Nodes as a whole tree, as libraries take it: their types know every kind of node, ours what is used of them. */
export function markdownRoot(children: MarkdownNode[]): Root {
  return { type: "root", children: children as Root["children"] };
}

/** Calls `visit` with a node and all that is in it, outermost first. What it puts in place of a node's children is visited too. */
export function eachNode(node: MarkdownNode, visit: (node: MarkdownNode) => void): void {
  visit(node);
  for (const child of node.children ?? []) eachNode(child, visit);
}

/** Whether a node is a directive: ":name", "::name" or ":::name". */
export function isDirective(node: MarkdownNode): node is MarkdownNode & { name: string } {
  return /^(container|leaf|text)Directive$/.test(node.type);
}

/** The words of a node and of what is in it. */
export function textOf(node: MarkdownNode): string {
  return node.value ?? (node.children ?? []).map(textOf).join("");
}
