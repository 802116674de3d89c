import {
  element,
  paragraph,
  tableParts,
  withName,
  withoutName,
} from "#app/assessment/exchange/html-nodes.ts";
import type { HtmlNode } from "#app/platform/html-tree.ts";
import { isBlock, plainTextOf } from "#app/assessment/exchange/rich-text.ts";

/** Headings, lists and tables as Markdown can hold them; what is inside has been taken in already. */

/** Pages are called by headings, which are words: pictures come after them. */
export function headingOf(name: string, inner: HtmlNode[]): HtmlNode[] {
  const pictures = withName(inner, "img").map((one) => paragraph([one]));
  const words = plainTextOf(withoutName(inner, "img")).replace(/\s+/g, " ");
  return [...(words ? [element(name, [{ type: "text", value: words }])] : []), ...pictures];
}

/** What stands in a list and is no item becomes one: Markdown would not be escaped in it. */
export function listOf(name: string, inner: HtmlNode[]): HtmlNode[] {
  const items: HtmlNode[] = [];
  let loose: HtmlNode[] = [];
  const flush = () => {
    if (plainTextOf(loose) !== "" || withName(loose, "img").length > 0) {
      items.push(element("li", loose.some(isBlock) ? [element("div", loose)] : [paragraph(loose)]));
    }
    loose = [];
  };
  for (const node of inner) {
    if (node.tagName !== "li") {
      loose.push(node);
      continue;
    }
    flush();
    items.push(node);
  }
  flush();
  return items.length > 0 ? [element(name, items)] : [];
}

/** Tables that only arrange a page are taken apart: Markdown's cells hold a line of text. */
export function tableOf(inner: HtmlNode[]): HtmlNode[] {
  const captions = inner.filter(({ tagName }) => tagName === "p");
  const rest = inner.filter(({ tagName }) => tagName !== "p");
  const rows = withName(rest, "tr");
  const cellsOf = (row: HtmlNode) =>
    (row.children ?? []).filter(({ tagName }) => /^t[hd]$/.test(tagName ?? ""));
  const isLine = ({ children = [] }: HtmlNode) =>
    children.every(
      (child) => !isBlock(child) || (child.tagName === "p" && !(child.children ?? []).some(isBlock)),
    );
  const isData = rows.some((row) => cellsOf(row).length > 1) && rows.flatMap(cellsOf).every(isLine);
  if (!isData)
    return [...captions, ...rows.flatMap(cellsOf).map((cell) => element("div", cell.children ?? []))];
  const plain = rows.map((row) => element("tr", cellsOf(row).map(lineOf)));
  return [...captions, ...tableParts(plain)];
}

function lineOf(cell: HtmlNode): HtmlNode {
  const children = (cell.children ?? []).flatMap((child, index) =>
    child.tagName === "p"
      ? [...(index > 0 ? [{ type: "text", value: " " }] : []), ...(child.children ?? [])]
      : [child],
  );
  return element(cell.tagName ?? "td", children);
}
