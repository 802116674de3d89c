import type { HtmlNode } from "#app/platform/html-tree.ts";
import { isBlock, isRich, plainTextOf } from "./rich-text.ts";

/** Making, finding and arranging elements of a text. */

/** Paragraphs, tables and the like, one after another: nothing loose, no empty ones, paragraphs apart at empty lines. */
export function splitBlocks(nodes: HtmlNode[]): HtmlNode[] {
  const result: HtmlNode[] = [];
  let loose: HtmlNode[] = [];
  const flush = () => {
    result.push(...splitLines(paragraph(loose)));
    loose = [];
  };
  for (const node of nodes) {
    if (!isBlock(node)) {
      loose.push(node);
      continue;
    }
    flush();
    if (node.tagName === "div") result.push(...splitBlocks(node.children ?? []));
    else if (node.tagName === "p") result.push(...splitLines(node));
    else result.push(node);
  }
  flush();
  return result.filter((block) => block.tagName === "hr" || isRich(block) || plainTextOf([block]) !== "");
}

/** A paragraph of words and pictures as paragraphs of each: words that ask can then be told from what is shown. */
export function picturesApart(block: HtmlNode): HtmlNode[] {
  const pictures = withName([block], "img");
  const words = withoutName([block], "img").filter((rest) => plainTextOf([rest]) !== "");
  if (block.tagName !== "p" || pictures.length === 0 || words.length === 0) return [block];
  return [...pictures.map((picture) => paragraph([picture])), ...words];
}

/** At two line ends in a row; at each when something besides words is in it. */
function splitLines(block: HtmlNode): HtmlNode[] {
  const needed = isRich(block) ? 1 : 2;
  const pieces: HtmlNode[][] = [[]];
  let ends: HtmlNode[] = [];
  for (const node of block.children ?? []) {
    if (node.tagName === "br" || (ends.length > 0 && node.type === "text" && !node.value?.trim())) {
      ends.push(node);
      continue;
    }
    if (ends.filter(({ tagName }) => tagName === "br").length >= needed) pieces.push([]);
    else pieces.at(-1)?.push(...ends);
    ends = [];
    pieces.at(-1)?.push(node);
  }
  return pieces.map((children) => ({ ...block, children }));
}

export function element(
  tagName: string,
  children: HtmlNode[],
  properties: Record<string, unknown> = {},
): HtmlNode {
  return { type: "element", tagName, properties, children };
}

export const paragraph = (children: HtmlNode[]) => element("p", children);

export function withName(nodes: HtmlNode[], name: string): HtmlNode[] {
  return nodes.flatMap((node) => (node.tagName === name ? [node] : withName(node.children ?? [], name)));
}

export function withoutName(nodes: HtmlNode[], name: string): HtmlNode[] {
  return nodes
    .filter(({ tagName }) => tagName !== name)
    .map((node) => (node.children ? { ...node, children: withoutName(node.children, name) } : node));
}

export function rawTextOf(node: HtmlNode): string {
  return node.type === "text" ? (node.value ?? "") : (node.children ?? []).map(rawTextOf).join("");
}

/** As it may stand within a link or bold words, where Markdown has neither blocks of code nor rules. */
function withinWords(nodes: HtmlNode[]): HtmlNode[] {
  return nodes.flatMap((node) => {
    if (node.tagName === "hr") return [];
    if (node.tagName === "pre") {
      return [element("code", [{ type: "text", value: rawTextOf(node).replace(/\s+/g, " ") }])];
    }
    return [node.children ? { ...node, children: withinWords(node.children) } : node];
  });
}

const ofWords = new Set(["a", "strong", "em", "del", "code"]);

/** An element of words, without what Markdown cannot have in it; any other as it is. */
export function markable(
  name: string,
  inner: HtmlNode[],
  properties: Record<string, unknown> = {},
): HtmlNode {
  return element(name, ofWords.has(name) ? withinWords(inner) : inner, properties);
}

export function classesOf({ className }: Record<string, unknown>): unknown[] {
  return Array.isArray(className) ? className : typeof className === "string" ? className.split(/\s+/) : [];
}

/** Markdown's tables have a first line of names, and none above them. */
export function tableParts(children: HtmlNode[]): HtmlNode[] {
  const captions = withName(children, "caption").map((caption) => paragraph(caption.children ?? []));
  const rest = withoutName(children, "caption");
  if (withName(rest, "th").length > 0) return [...captions, element("table", rest)];
  const [first, ...rows] = withName(rest, "tr");
  if (!first) return captions;
  const names = (first.children ?? []).map((cell) =>
    cell.tagName === "td" ? { ...cell, tagName: "th" } : cell,
  );
  return [
    ...captions,
    element("table", [element("thead", [{ ...first, children: names }]), element("tbody", rows)]),
  ];
}
