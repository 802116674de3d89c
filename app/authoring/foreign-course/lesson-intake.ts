import { type Sentence, sentence } from "#app/assessment/exchange/exchange.ts";
import { element, markable, paragraph, withName, withoutName } from "#app/assessment/exchange/html-nodes.ts";
import { mathText, subscript, superscript } from "#app/assessment/exchange/math-text.ts";
import type { HtmlNode } from "#app/platform/html-tree.ts";
import { plainTextOf } from "#app/assessment/exchange/rich-text.ts";
import { storable } from "#app/assessment/exchange/text-intake.ts";

import { headingOf, listOf, tableOf } from "./lesson-blocks.ts";

/** What a text of a lesson needs to know of the course around it. */
export type LessonContext = {
  /** The path in media/ of the picture that an address means; null for what is none. */
  pictureOf: (address: string) => string | null;
  /** The path in media/ of the document that an address means; null for what is none. */
  documentOf: (address: string) => string | null;
  /** The id of the part that an address leads to; null when it is no page of the course. */
  partOf: (address: string) => string | null;
  /** Called with the address of each file that the text links to and that is not taken over. */
  linked: (address: string) => void;
  note: (note: Sentence) => void;
  /** Stands for a picture that the source does not describe. */
  undescribed: string;
};

/** Marks a link to another part of the course until the pages are known. */
export const partLink = "part:";

/** Marks a link to a document of the course, which becomes a download of its own. */
export const documentLink = "document:";

const kept = new Set(
  "p br hr strong em code pre blockquote ul ol li table thead tbody tr th td del div h1 h2 h3 h4 h5 h6".split(
    " ",
  ),
);
const renamed: Record<string, string> = {
  b: "strong",
  i: "em",
  s: "del",
  strike: "del",
  tt: "code",
  figcaption: "p",
  summary: "p",
  dt: "p",
  dd: "p",
  legend: "p",
  caption: "p",
  tfoot: "tbody",
};
const containers = new Set(
  "section article main header footer nav aside figure dl details center address fieldset form body html".split(
    " ",
  ),
);
const dropped = new Set(
  "script style template noscript head title meta link base svg applet param track".split(" "),
);
const unsafe = new Set("script applet".split(" "));
const controls = new Set("input button select textarea".split(" "));

/** The elements that lessons have, without attributes; pictures in media/; addresses of the web and of the course. */
export function lessonNodes(nodes: HtmlNode[], context: LessonContext): HtmlNode[] {
  return nodes.flatMap((node) => cleanNode(node, context));
}

function cleanNode(node: HtmlNode, context: LessonContext): HtmlNode[] {
  if (node.type === "text") return [{ type: "text", value: storable(node.value ?? "") }];
  if (node.type !== "element") return [];
  const given = node.tagName ?? "";
  const name = containers.has(given) ? "div" : (renamed[given] ?? given);
  const properties = node.properties ?? {};
  if (unsafe.has(name) || Object.keys(properties).some((key) => /^on/i.test(key))) {
    context.note(sentence("exchange.noteUnsafe"));
  }
  if (dropped.has(name)) return [];
  const inner = () => lessonNodes(node.children ?? [], context);
  if (name === "table") return tableOf(inner());
  if (/^h[1-6]$/.test(name)) return headingOf(name, inner());
  if (name === "ul" || name === "ol") return listOf(name, inner());
  if (kept.has(name)) return [markable(name, inner())];
  switch (name) {
    case "img":
      return picture(properties.src, properties, context);
    case "a":
      return link(properties.href, inner(), context);
    case "object":
    case "embed":
    case "iframe":
    case "audio":
    case "video":
      return embedded(node, context);
    case "math":
      return [{ type: "text", value: mathText(node) }];
    case "sup":
      return [{ type: "text", value: superscript(plainTextOf(inner())) }];
    case "sub":
      return [{ type: "text", value: subscript(plainTextOf(inner())) }];
    default:
      if (controls.has(name)) context.note(sentence("exchange.noteUnsafe"));
      return inner();
  }
}

function picture(source: unknown, properties: Record<string, unknown>, context: LessonContext): HtmlNode[] {
  const address = textOf(source);
  const alt = storable(textOf(properties.alt)).replace(/\s+/g, " ").trim();
  const path = context.pictureOf(address);
  if (path) {
    if (alt === "") context.note(sentence("authoring.foreignNoteNoAlt", { name: path }));
    return [element("img", [], { src: path, alt: alt || context.undescribed })];
  }
  const formula = textOf(properties.dataEquationContent);
  if (formula) return [{ type: "text", value: storable(formula) }];
  const web = webAddress(address);
  if (web) {
    context.note(sentence("exchange.notePictureElsewhere"));
    return [element("a", [{ type: "text", value: alt || web }], { href: web })];
  }
  context.note(sentence("exchange.notePictureMissing", { name: storable(address).slice(0, 80) || "?" }));
  return alt ? [{ type: "text", value: alt }] : [];
}

/** Whatever is shown from elsewhere or plays becomes a link to where it is, or its words. */
function embedded(node: HtmlNode, context: LessonContext): HtmlNode[] {
  const { src, data, title, type } = node.properties ?? {};
  const source = textOf(src) || textOf(data);
  const sources = [
    source,
    ...withName(node.children ?? [], "source").map((one) => textOf(one.properties?.src)),
  ];
  const address = sources.find(Boolean) ?? "";
  const inner = lessonNodes(withoutName(node.children ?? [], "source"), context);
  if (/^image\//.test(textOf(type)) && context.pictureOf(address)) {
    return picture(address, { alt: plainTextOf(inner) || title }, context);
  }
  const web = webAddress(address);
  if (web) {
    context.note(sentence("exchange.noteEmbedded"));
    const label = plainTextOf(inner) || storable(textOf(title)).trim() || web;
    return [paragraph([element("a", [{ type: "text", value: label }], { href: web })])];
  }
  const document = context.documentOf(address);
  if (document) {
    const label = plainTextOf(inner) || storable(textOf(title)).trim() || nameIn(address);
    return [paragraph([toDocument(document, [{ type: "text", value: label }])])];
  }
  for (const one of sources.filter(Boolean)) context.linked(one);
  if (address) context.note(sentence("authoring.foreignNoteFile", { name: nameIn(address) }));
  return inner;
}

function link(href: unknown, inner: HtmlNode[], context: LessonContext): HtmlNode[] {
  const address = textOf(href);
  const shows = withName(inner, "img").length > 0;
  const label = plainTextOf(inner);
  const web = webAddress(address);
  if (web) return [markable("a", label || shows ? inner : [{ type: "text", value: web }], { href: web })];
  const to = storable(/^(?:mailto|tel|sms):([^?]*)/i.exec(address)?.[1] ?? "");
  if (/^mailto:/i.test(address) && /^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(to)) {
    return [markable("a", label || shows ? inner : [{ type: "text", value: to }], { href: `mailto:${to}` })];
  }
  if (to) return label.includes(to) ? inner : [...inner, { type: "text", value: ` (${to})` }];
  if (/^(javascript|data|vbscript):/i.test(address.replace(/[\s\p{Cc}]/gu, ""))) {
    context.note(sentence("exchange.noteUnsafe"));
    return inner;
  }
  const partId = context.partOf(address);
  if (partId) return [markable("a", inner, { href: `${partLink}${partId}` })];
  const document = context.documentOf(address);
  if (document)
    return [toDocument(document, label ? inner : [...inner, { type: "text", value: nameIn(address) }])];
  const path = shows ? null : context.pictureOf(address);
  if (path) return picture(address, { alt: label }, context);
  if (address !== "" && !address.startsWith("#")) {
    context.linked(address);
    if (!shows) context.note(sentence("authoring.foreignNoteFile", { name: nameIn(address) }));
  }
  return inner;
}

function toDocument(path: string, inner: HtmlNode[]): HtmlNode {
  return markable("a", inner, { href: `${documentLink}${path}` });
}

/** A whole address of the web as browsers write it; null for every other. */
export function webAddress(address: string): string | null {
  if (!/^(https?:)?\/\//i.test(address)) return null;
  try {
    const { href } = new URL(address.startsWith("//") ? `https:${address}` : address);
    return href;
  } catch {
    return null;
  }
}

function nameIn(address: string): string {
  const name = address.split(/[?#]/, 1)[0]?.split("/").at(-1) || address;
  return storable(name).slice(0, 80);
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value.trim() : "";
}
