import { SaxesParser, type SaxesTagPlain } from "saxes";

import { maxXmlDepth, maxXmlParts, maxXmlProlog } from "./package-limits.ts";
import { refuse } from "./package-refusal.ts";
import { readDescription, type SourceFile } from "./package-source.ts";
import type { PackageFinding } from "./package-structure.ts";
import { decodeXml } from "./xml-text.ts";

/** Which specification an element comes from. Manifests get namespaces wrong, so the usual prefix counts as well. */
const families: [string, RegExp, RegExp][] = [
  ["adlcp", /adl_?cp/i, /^adlcp$/i],
  ["adlseq", /adlseq/i, /^adlseq$/i],
  ["adlnav", /adlnav/i, /^adlnav$/i],
  ["imsss", /imsss/i, /^imsss$/i],
  ["imscc", /imsccv\d|imscc_/i, /^imscc$/i],
  ["imsqti", /imsqti|ims_qti/i, /^imsqti$/i],
  ["imscp", /imscp|imsproject/i, /^imscp$/i],
];

export type XmlElement = {
  /** Without prefix. */
  name: string;
  /** "adlcp", "imsss" …, or "" for another. */
  family: string;
  namespace: string;
  /** By name without prefix, in small letters. */
  attributes: ReadonlyMap<string, string>;
  children: XmlElement[];
  text: string;
  /** Texts and children in their order. */
  nodes: (string | XmlElement)[];
};

export type XmlDocument = { root: XmlElement; namespaces: ReadonlySet<string> };

/** Reads an XML file of a package. Refuses one that is malformed, too large or too deep, or defines entities. */
export async function readXml(file: SourceFile, findings: PackageFinding[]): Promise<XmlDocument> {
  return parseXml(decodeXml(await readDescription(file), file.path, findings), file.path);
}

/** `file` is for refusals. Nothing outside the text is ever read. */
export function parseXml(text: string, file: string): XmlDocument {
  const parser = new SaxesParser();
  const namespaces = new Set<string>();
  const root = newElement("", "", "", new Map());
  const open: XmlElement[] = [root];
  const scopes: ReadonlyMap<string, string>[] = [new Map()];
  let parts = 0;
  const spend = (count: number) => {
    parts += count;
    if (parts > maxXmlParts) refuse("packages.refusedXmlSize", { file });
  };
  parser.on("attribute", () => spend(1));
  parser.on("error", () => refuse("packages.refusedXml", { file, line: parser.line, column: parser.column }));
  parser.on("doctype", (doctype) => {
    if (/<!ENTITY/i.test(doctype)) refuse("packages.refusedEntities", { file });
  });
  parser.on("opentag", (tag) => {
    if (open.length > maxXmlDepth) refuse("packages.refusedXmlSize", { file });
    const outer = scopes.at(-1) as ReadonlyMap<string, string>;
    const scope = scopeOf(tag, outer);
    // A scope of its own is a copy of all that is declared around it.
    spend(scope === outer ? 2 : 2 + scope.size);
    if (scope !== outer) for (const uri of scope.values()) namespaces.add(uri);
    const element = elementOf(tag, scope);
    open.at(-1)?.children.push(element);
    open.at(-1)?.nodes.push(element);
    open.push(element);
    scopes.push(scope);
  });
  parser.on("closetag", () => {
    open.pop();
    scopes.pop();
  });
  const addText = (piece: string) => {
    spend(1);
    const element = open.at(-1) as XmlElement;
    element.text += piece;
    element.nodes.push(piece);
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  for (let from = 0; from < text.length; from += maxXmlProlog) {
    parser.write(text.slice(from, from + maxXmlProlog));
    // A root that has not begun by now is not waited for.
    const isLast = from + maxXmlProlog >= text.length;
    if (root.children.length === 0 && !isLast) refuse("packages.refusedXmlSize", { file });
  }
  parser.close();
  return { root: root.children[0] as XmlElement, namespaces };
}

/** Namespaces by prefix, with those that this element declares. */
function scopeOf({ attributes }: SaxesTagPlain, outer: ReadonlyMap<string, string>) {
  const declared = Object.entries(attributes).filter(
    ([name]) => name === "xmlns" || name.startsWith("xmlns:"),
  );
  if (declared.length === 0) return outer;
  return new Map([...outer, ...declared.map(([name, uri]) => [name.slice(6), uri] as const)]);
}

function elementOf(tag: SaxesTagPlain, scope: ReadonlyMap<string, string>): XmlElement {
  const [prefix, name] = split(tag.name);
  const attributes = new Map<string, string>();
  for (const [given, value] of Object.entries(tag.attributes)) {
    const [attributePrefix, attribute] = split(given);
    if (attributePrefix === "xmlns") continue;
    const key = attribute.toLowerCase();
    if (attributePrefix === "" || !attributes.has(key)) attributes.set(key, value);
  }
  return newElement(name, prefix, scope.get(prefix) ?? "", attributes);
}

function newElement(
  name: string,
  prefix: string,
  namespace: string,
  attributes: ReadonlyMap<string, string>,
): XmlElement {
  const family =
    families.find(([, uri]) => uri.test(namespace)) ?? families.find(([, , usual]) => usual.test(prefix));
  return { name, family: family?.[0] ?? "", namespace, attributes, children: [], text: "", nodes: [] };
}

function split(name: string): [prefix: string, local: string] {
  const colon = name.indexOf(":");
  return colon < 0 ? ["", name] : [name.slice(0, colon), name.slice(colon + 1)];
}

/** An attribute that says something, by its name without prefix in any capital letters. */
export function attribute(element: XmlElement, name: string): string | null {
  return element.attributes.get(name.toLowerCase())?.trim() || null;
}

/** Children by their name without prefix, of one specification when that makes a difference. */
export function childrenNamed(element: XmlElement, name: string, family?: string): XmlElement[] {
  return element.children.filter(
    (child) =>
      child.name.toLowerCase() === name.toLowerCase() && (family === undefined || child.family === family),
  );
}

export function childNamed(element: XmlElement, name: string, family?: string): XmlElement | undefined {
  return childrenNamed(element, name, family)[0];
}

/** The text of a child, null when there is none. */
export function childText(element: XmlElement, name: string): string | null {
  return childNamed(element, name)?.text.trim() || null;
}

/** The element itself and all below it. */
export function everyElement(element: XmlElement): XmlElement[] {
  return [element, ...element.children.flatMap(everyElement)];
}
