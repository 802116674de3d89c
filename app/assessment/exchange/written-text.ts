import rehypeStringify from "rehype-stringify";
import { unified } from "unified";

import type { QuestionText } from "#app/library/question-format.ts";

import { type HtmlNode, htmlRoot } from "#app/platform/html-tree.ts";
import { treeOfMarkdown, treeOfPlainText } from "./rich-text.ts";
import { element } from "./html-nodes.ts";
import { askingClass, storable } from "./text-intake.ts";

/** Writes our texts as XHTML. */

const writer = unified().use(rehypeStringify, { closeSelfClosing: true });

/** `addressOf` gives the address of a file of the question by its name. */
export type AddressOf = (name: string) => string;

export function htmlOfPlain(text: string): string {
  return stringified(treeOfPlainText(storable(text)));
}

export function htmlOfMarkdown(markdown: string, addressOf: AddressOf): string {
  const portable = (nodes: HtmlNode[]): HtmlNode[] =>
    nodes
      .filter(({ type, tagName }) => type !== "raw" && tagName !== "input")
      .map((node) => ({
        ...node,
        ...(node.properties ? { properties: addressed(node.properties, addressOf) } : {}),
        ...(node.children ? { children: portable(node.children) } : {}),
      }));
  return stringified(portable(treeOfMarkdown(storable(markdown))));
}

/** What every reader of XHTML knows; a picture always has its description, if an empty one. */
function addressed({ src, href, alt }: Record<string, unknown>, addressOf: AddressOf) {
  const own = (value: unknown) => {
    const isOurs = typeof value === "string" && !/^([a-z][a-z0-9+.-]*:|[#/])/i.test(value);
    return isOurs ? addressOf(decoded(value)) : value;
  };
  return {
    ...(src === undefined ? {} : { src: own(src), alt: alt ?? "" }),
    ...(href === undefined ? {} : { href: own(href) }),
  };
}

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/** What stands above a question, and the question: marked, so that we know it again. */
export function stemHtml({ q, context }: QuestionText, addressOf: AddressOf): string {
  const asking = treeOfPlainText(storable(q)).flatMap(({ children }) => children ?? []);
  const above = context ? `${htmlOfMarkdown(context, addressOf)}\n` : "";
  return above + stringified([element("p", asking, { className: [askingClass] })]);
}

function stringified(children: HtmlNode[]): string {
  return writer.stringify(htmlRoot(children));
}

/** For a text or an attribute of XML. */
export function escaped(text: string): string {
  return storable(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** A number without the noise of binary fractions, as programs read it. */
export function number(value: number): string {
  return String(Number(value.toPrecision(12)));
}

/** How a rubric is told to those who grade elsewhere. */
export function rubricLines(
  { rubric, guidance }: QuestionText,
  levels: { id: string; levels: number[] }[],
): string {
  const lines = levels.map(({ id, levels: points }) => {
    const text = rubric?.[id];
    return `${text?.title ?? id}: ${points.map((value, index) => `${number(value)} – ${text?.levels[index] ?? ""}`).join("; ")}`;
  });
  return [guidance ?? "", ...lines].filter(Boolean).join("\n\n");
}
