import type { XmlElement } from "#app/library/xml-document.ts";

import { maxParts } from "./exchange-limits.ts";
import { leaveOut } from "./left-out.ts";
import type { HtmlNode } from "#app/platform/html-tree.ts";

/**
 * An element of any QTI version: names in small letters without "qti-" and hyphens, so that qti-choice-interaction (3.0)
 * and choiceInteraction (2.x) are one. Attributes likewise.
 */
export type QtiNode = {
  name: string;
  attributes: ReadonlyMap<string, string>;
  nodes: (string | QtiNode)[];
  children: QtiNode[];
};

const plainName = (name: string) => name.toLowerCase().replace(/^qti-/, "").replaceAll("-", "");

export function qtiNode(element: XmlElement): QtiNode {
  const nodes = element.nodes.map((node) => (typeof node === "string" ? node : qtiNode(node)));
  return {
    name: plainName(element.name),
    attributes: new Map([...element.attributes].map(([name, value]) => [plainName(name), value])),
    nodes,
    children: nodes.filter((node) => typeof node !== "string"),
  };
}

/** `name` as QTI 2 writes it, in any capital letters. */
export function attr(node: QtiNode, name: string): string | null {
  return node.attributes.get(name.toLowerCase())?.trim() || null;
}

export function numberAttr(node: QtiNode, name: string): number | null {
  const value = Number(attr(node, name) ?? Number.NaN);
  return Number.isFinite(value) ? value : null;
}

export function childrenOf(node: QtiNode, name: string): QtiNode[] {
  return node.children.filter((child) => child.name === name);
}

export function childOf(node: QtiNode, name: string): QtiNode | undefined {
  return childrenOf(node, name)[0];
}

/** The nearest elements of these names below, in their order. */
export function nearest(node: QtiNode, names: ReadonlySet<string>): QtiNode[] {
  return node.children.flatMap((child) => (names.has(child.name) ? [child] : nearest(child, names)));
}

export function below(node: QtiNode, name: string): QtiNode[] {
  return node.children.flatMap((child) => [...(child.name === name ? [child] : []), ...below(child, name)]);
}

export function wordsOf(node: QtiNode): string {
  return node.nodes.map((child) => (typeof child === "string" ? child : wordsOf(child))).join("");
}

/** Leaves out an item of more elements than an item of `maxParts` parts can need. */
export function requireModest(item: QtiNode): void {
  let elements = 0;
  const visit = (node: QtiNode) => {
    elements += 1;
    if (elements > 10 * maxParts) leaveOut("exchange.leftManyParts");
    node.children.forEach(visit);
  };
  visit(item);
}

/** The text of a `value` child and the like. */
export const valueOf = (node: QtiNode) => wordsOf(node).trim();

const noText = new Set(
  "rubricblock stylesheet feedbackinline feedbackblock templateblock templateinline printedvariable apipaccessibility companionmaterialsinfo catalogInfo"
    .toLowerCase()
    .split(" "),
);

/** As an HTML tree. `replace` gives what stands for an element, undefined for what is HTML itself. */
export function htmlOf(
  nodes: (string | QtiNode)[],
  replace: (node: QtiNode) => HtmlNode[] | undefined = () => undefined,
): HtmlNode[] {
  return nodes.flatMap((node): HtmlNode[] => {
    if (typeof node === "string") return [{ type: "text", value: node }];
    const replaced = replace(node);
    if (replaced) return replaced;
    if (noText.has(node.name)) return [];
    // Names without capital letters draw nothing.
    if (node.name === "svg") return [{ type: "element", tagName: "svg", properties: {}, children: [] }];
    return [
      {
        type: "element",
        tagName: node.name,
        properties: propertiesOf(node),
        children: htmlOf(node.nodes, replace),
      },
    ];
  });
}

function propertiesOf(node: QtiNode): Record<string, unknown> {
  const named = ["src", "alt", "href", "data", "type", "title"].flatMap((name) => {
    const value = attr(node, name);
    return value === null ? [] : [[name, value] as const];
  });
  const handlers = [...node.attributes.keys()]
    .filter((name) => name.startsWith("on"))
    .map((name) => [name, ""] as const);
  const className = attr(node, "class")?.split(/\s+/);
  return { ...Object.fromEntries([...named, ...handlers]), ...(className ? { className } : {}) };
}
