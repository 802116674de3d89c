import rehypeParse from "rehype-parse";
import { unified } from "unified";

/** As much of an HTML tree (hast) as is used here. */
export type HtmlNode = {
  type: string;
  tagName?: string;
  value?: string;
  properties?: Record<string, unknown>;
  children?: HtmlNode[];
};

const parser = unified().use(rehypeParse, { fragment: true });
type Root = ReturnType<typeof parser.parse>;

/** The tree of an HTML fragment as browsers read it. */
export function parseHtml(html: string): HtmlNode {
  return parser.parse(html) as HtmlNode;
}

/** Nodes as a whole tree, as libraries take it: their types know every element, ours what is used of them. */
export function htmlRoot(children: HtmlNode[]): Root {
  return { type: "root", children: children as Root["children"] };
}
