import rehypeParse from "rehype-parse";
import { unified } from "unified";

type Node = {
  type: string;
  tagName?: string;
  value?: string;
  properties?: Record<string, unknown>;
  children?: Node[];
};

/** A paragraph, an item of a list, a heading, a cell … */
export type TextPiece = {
  text: string;
  /** Sentences: neither a heading, a cell of a table nor a caption. */
  isRunning: boolean;
};

const parser = unified().use(rehypeParse, { fragment: true });
const running = ["p", "li", "dd"];
const pieces = [...running, "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dt", "figcaption", "pre"];

/** The text of a lesson's HTML, without the numbers of its sources and the meanings of its terms. */
export function textPieces(html: string): TextPiece[] {
  return piecesOf(parser.parse(html) as Node);
}

function piecesOf(node: Node): TextPiece[] {
  const { tagName = "", children = [] } = node;
  const text = pieces.includes(tagName) ? ownText(node).replace(/\s+/g, " ").trim() : "";
  const own = text ? [{ text, isRunning: running.includes(tagName) }] : [];
  return [...own, ...children.flatMap(piecesOf)];
}

/** Without the pieces that lie inside it. */
function ownText({ children = [] }: Node): string {
  return children
    .map((child) => {
      if (child.type === "text") return child.value ?? "";
      // Numbers of sources, and meanings that are opened beside the text.
      if (child.tagName === "sup" || child.properties?.popover !== undefined) return "";
      if (pieces.includes(child.tagName ?? "")) return "";
      return child.tagName === "br" ? " " : ownText(child);
    })
    .join("");
}
