import type { HtmlNode } from "#app/platform/html-tree.ts";

const empty = ["area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"];
const names: Record<string, string> = {
  className: "class",
  htmlFor: "for",
  charSet: "charset",
  popoverTarget: "popovertarget",
};

/** A tree as XHTML, which HTML can be read as as well. */
export function xhtml(node: HtmlNode): string {
  if (node.type === "text") return escaped(node.value ?? "");
  const content = (node.children ?? []).map(xhtml).join("");
  if (node.type !== "element") return node.type === "root" ? content : "";
  const attributes = Object.entries(node.properties ?? {})
    .map(attribute)
    .join("");
  const tag = node.tagName ?? "div";
  return empty.includes(tag) ? `<${tag}${attributes}/>` : `<${tag}${attributes}>${content}</${tag}>`;
}

function attribute([name, value]: [string, unknown]): string {
  if (value === false || value === null || value === undefined) return "";
  const written = names[name] ?? name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const text = value === true ? written : Array.isArray(value) ? value.join(" ") : String(value);
  return ` ${written}="${escaped(text).replaceAll('"', "&quot;")}"`;
}

export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Calls `change` with every element, outermost first. */
export function eachElement(node: HtmlNode, change: (element: HtmlNode) => void): void {
  if (node.type === "element") change(node);
  for (const child of node.children ?? []) eachElement(child, change);
}
