import rehypeRemark from "rehype-remark";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import remarkStringify from "remark-stringify";
import { unified } from "unified";

import { type HtmlNode, htmlRoot, parseHtml } from "#app/platform/html-tree.ts";

import { maxTextCharacters } from "./exchange-limits.ts";
import { leaveOut } from "./left-out.ts";

const fromMarkdown = unified().use(remarkParse).use(remarkGfm).use(remarkRehype);
const toMarkdown = unified().use(rehypeRemark);
const writer = unified()
  .use(remarkGfm)
  .use(remarkStringify, { bullet: "-", emphasis: "*", rule: "-", resourceLink: true });

/** Elements that an unclosed one is repeated in: many of both make a tree of any size from a small text. */
const repeated = /<(a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)[\s>/]/gi;
const maxRepetitions = 5_000_000;

/** The tree of an HTML fragment as browsers read it. Leaves out a text that is too long or makes a monstrous tree. */
export function treeOfHtml(html: string): HtmlNode[] {
  requireModest(html);
  const tags = html.split("<").length;
  if ((html.match(repeated)?.length ?? 0) * tags > maxRepetitions) leaveOut("exchange.leftTooComplicated");
  return withinDepth(() => parseHtml(html).children ?? []);
}

export function treeOfMarkdown(markdown: string): HtmlNode[] {
  requireModest(markdown);
  return withinDepth(() => (fromMarkdown.runSync(fromMarkdown.parse(markdown)) as HtmlNode).children ?? []);
}

/** Empty lines divide paragraphs; a single line's end stays one. */
export function treeOfPlainText(text: string): HtmlNode[] {
  requireModest(text);
  return text
    .split(/\n[^\S\n]*\n\s*/)
    .filter((paragraph) => paragraph.trim() !== "")
    .map((paragraph) => ({
      type: "element",
      tagName: "p",
      properties: {},
      children: paragraph
        .trim()
        .split("\n")
        .flatMap((line, index) => [
          ...(index > 0 ? [{ type: "element", tagName: "br", properties: {}, children: [] }] : []),
          { type: "text", value: line.trim() },
        ]),
    }));
}

/** Text in which line ends count and so does HTML, if there is any: Moodle's own format. */
export function treeOfLooseText(text: string): HtmlNode[] {
  const isHtml = /<\/?[a-z][^<>]*>|&(#\d+|#x[\da-f]+|[a-z][a-z\d]+);/i.test(text);
  return isHtml ? treeOfHtml(text.trim().replaceAll("\n", "<br>")) : treeOfPlainText(text);
}

/** As CommonMark with tables. */
export function markdownOf(children: HtmlNode[]): string {
  return withinDepth(() => {
    return writer.stringify(toMarkdown.runSync(htmlRoot(children))).trim();
  });
}

const svgWriter = unified().use(rehypeStringify, { space: "svg", closeEmptyElements: true });

/** A drawing that stood among HTML, as a document of its own. */
export function svgOf(svg: HtmlNode): string {
  const names = { xmlns: "http://www.w3.org/2000/svg", xmlnsXLink: "http://www.w3.org/1999/xlink" };
  const root = { ...svg, properties: { ...svg.properties, ...names } };
  return withinDepth(() => svgWriter.stringify(htmlRoot([root])));
}

function requireModest(text: string) {
  if (text.length > maxTextCharacters) leaveOut("exchange.leftTooLong");
}

/** The libraries call themselves for every level. */
function withinDepth<Result>(run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    if (error instanceof RangeError) leaveOut("exchange.leftTooComplicated");
    throw error;
  }
}

const blocks = new Set(
  "address article aside blockquote dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody thead tr ul caption".split(
    " ",
  ),
);

export function isBlock(node: HtmlNode): boolean {
  return node.tagName !== undefined && blocks.has(node.tagName);
}

/** The words of a tree: paragraphs apart by an empty line, lines and items by a line's end; a picture is its `alt`. */
export function plainTextOf(nodes: HtmlNode[]): string {
  return withinDepth(() => nodes.map(plainPiece).join(""))
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function plainPiece(node: HtmlNode): string {
  if (node.type === "text") return (node.value ?? "").replace(/\s+/g, " ");
  const name = node.tagName ?? "";
  if (name === "br") return "\n";
  if (name === "img") return String(node.properties?.alt ?? "");
  if (name === "pre") return `\n\n${rawText(node)}\n\n`;
  const inner = (node.children ?? []).map(plainPiece).join("");
  if (name === "li" || name === "tr") return `\n${inner.trim()}\n`;
  if (name === "td" || name === "th") return `${inner.trim()} `;
  const href = String(node.properties?.href ?? "");
  if (name === "a" && /^https?:/.test(href) && inner.trim() !== href) return `${inner} (${href})`;
  return isBlock(node) ? `\n\n${inner.trim()}\n\n` : inner;
}

function rawText(node: HtmlNode): string {
  return node.type === "text" ? (node.value ?? "") : (node.children ?? []).map(rawText).join("");
}

/** Whether the words alone would say less: pictures, tables, lists, code, links and the like. */
export function isRich(node: HtmlNode): boolean {
  return richElements.has(node.tagName ?? "") || (node.children ?? []).some(isRich);
}

const richElements = new Set("img table ul ol dl pre a h1 h2 h3 h4 h5 h6 blockquote sub sup hr".split(" "));

/** Bold, italics and the like, which a plain text does not keep. */
export function isFormatted(node: HtmlNode): boolean {
  return formats.has(node.tagName ?? "") || (node.children ?? []).some(isFormatted);
}

const formats = new Set("strong b em i u code del s sub sup a pre table ul ol img".split(" "));
