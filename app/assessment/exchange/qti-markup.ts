import type { WrittenFormat } from "./losses.ts";
import { escaped } from "./written-text.ts";

export type QtiVersion = Extract<WrittenFormat, `qti-${string}`>;

/** An element of QTI by its name in version 2; strings are markup already. */
export type Markup = { name: string; attributes: Record<string, string>; children: (Markup | string)[] };

export function tag(
  name: string,
  attributes: Record<string, string> = {},
  ...children: (Markup | string)[]
): Markup {
  return { name, attributes, children };
}

/** 3.0 writes qti-choice-interaction response-identifier for choiceInteraction responseIdentifier. */
export function rendered(node: Markup | string, version: QtiVersion): string {
  if (typeof node === "string") return node;
  // Version 3 has it around rubrics and feedback.
  if (node.name === "contentBody" && version !== "qti-3.0")
    return node.children.map((child) => rendered(child, version)).join("");
  const isNew = version === "qti-3.0";
  const name = isNew && !html.has(node.name) ? `qti-${hyphened(node.name)}` : node.name;
  const attributes = Object.entries(node.attributes).map(
    ([key, value]) => ` ${isNew && !/[:-]/.test(key) ? hyphened(key) : key}="${escaped(value)}"`,
  );
  const inner = node.children.map((child) => rendered(child, version)).join("");
  return inner === ""
    ? `<${name}${attributes.join("")}/>`
    : `<${name}${attributes.join("")}>${inner}</${name}>`;
}

const html = new Set(["p", "div", "object", "span", "br", "img"]);
const hyphened = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** XML identifiers begin with a letter. */
export const identifier = (id: string) => (/^[A-Za-z_]/.test(id) ? id : `q-${id}`);

export const namespaces: Record<
  QtiVersion,
  { item: string; package: string; schema: string; schemaVersion: string; itemType: string; testType: string }
> = {
  "qti-2.1": {
    item: "http://www.imsglobal.org/xsd/imsqti_v2p1",
    package: "http://www.imsglobal.org/xsd/imscp_v1p1",
    schema: "QTIv2.1 Package",
    schemaVersion: "1.0.0",
    itemType: "imsqti_item_xmlv2p1",
    testType: "imsqti_test_xmlv2p1",
  },
  "qti-2.2": {
    item: "http://www.imsglobal.org/xsd/imsqti_v2p2",
    package: "http://www.imsglobal.org/xsd/imscp_v1p1",
    schema: "QTIv2.2 Package",
    schemaVersion: "1.0.0",
    itemType: "imsqti_item_xmlv2p2",
    testType: "imsqti_test_xmlv2p2",
  },
  "qti-3.0": {
    item: "http://www.imsglobal.org/xsd/imsqtiasi_v3p0",
    package: "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1",
    schema: "QTI Package",
    schemaVersion: "3.0.0",
    itemType: "imsqti_item_xmlv3p0",
    testType: "imsqti_test_xmlv3p0",
  },
};
