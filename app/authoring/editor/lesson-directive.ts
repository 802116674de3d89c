import { type MarkdownNode, textOf } from "#app/library/markdown-parser.ts";

import { boxNames, type LessonNode } from "./lesson-node.ts";
import { filled, NotShown } from "./not-shown.ts";

type Directive = MarkdownNode & { name: string };
type Reading = {
  /** Whether the directive stands at the top of the lesson, where pages begin. */
  isTop: boolean;
  within: (children: MarkdownNode[]) => LessonNode[];
  sourceOf: (children: MarkdownNode[]) => string;
};

/** A directive that stands on lines of its own. Throws NotShown for one that the editor has no form for. */
export function directiveNode(node: Directive, reading: Reading): LessonNode {
  return node.type === "leafDirective" ? leafNode(node, reading) : containerNode(node, reading);
}

function leafNode(node: Directive, { isTop }: Reading): LessonNode {
  const label = labelText(node.children ?? []);
  switch (node.name) {
    case "page":
      if (!isTop) throw new NotShown();
      return { type: "page", attrs: attributesOf(node, ["id"]), content: words(label) };
    case "figure":
      return figureNode(node, label, "");
    case "video":
    case "audio":
      return playerNode(node, label, "");
    case "check":
      return { type: "check", attrs: unlabelled(node, label, ["id"]) };
    case "jurisdiction":
      return { type: "jurisdiction", attrs: unlabelled(node, label, ["topic"]) };
    case "tool":
    case "package":
      return { type: node.name, attrs: { title: label, ...attributesOf(node, ["name"]) } };
    case "download":
      return { type: "download", attrs: { title: label, ...attributesOf(node, ["file"]) } };
    default:
      throw new NotShown();
  }
}

function containerNode(node: Directive, { within, sourceOf }: Reading): LessonNode {
  const [first, ...others] = node.children ?? [];
  const isLabelled = first?.data?.directiveLabel === true;
  const label = isLabelled ? labelText(first.children ?? []) : "";
  const rest = isLabelled ? others : (node.children ?? []);
  if (node.name === "figure") return figureNode(node, label, sourceOf(rest));
  if (node.name === "video" || node.name === "audio") return playerNode(node, label, sourceOf(rest));
  if ((boxNames as readonly string[]).includes(node.name)) {
    attributesOf(node, []);
    return { type: "box", attrs: { name: node.name }, content: [titleOf(label), ...filled(within(rest))] };
  }
  if (isLabelled) throw new NotShown();
  switch (node.name) {
    case "steps":
      attributesOf(node, []);
      return { type: "steps", content: only(within(rest), "orderedList") };
    case "roles":
      attributesOf(node, []);
      if (rest.length === 0) throw new NotShown();
      return { type: "roles", content: rest.map((child) => roleNode(child, within)) };
    case "accordion":
      attributesOf(node, []);
      if (rest.length === 0) throw new NotShown();
      return { type: "accordion", content: rest.map((child) => partNode(child, within)) };
    default:
      throw new NotShown();
  }
}

function roleNode(node: MarkdownNode, within: Reading["within"]): LessonNode {
  const children = node.children ?? [];
  if (node.type !== "containerDirective" || node.name !== "role") throw new NotShown();
  if (children[0]?.data?.directiveLabel) throw new NotShown();
  return { type: "role", attrs: attributesOf(node, ["sector"]), content: filled(within(children)) };
}

/** A part of an accordion. */
function partNode(node: MarkdownNode, within: Reading["within"]): LessonNode {
  if (node.type !== "containerDirective" || node.name !== "part") throw new NotShown();
  attributesOf(node, []);
  const [first, ...others] = node.children ?? [];
  const isLabelled = first?.data?.directiveLabel === true;
  const label = isLabelled ? labelText(first.children ?? []) : "";
  const rest = isLabelled ? others : (node.children ?? []);
  return { type: "part", content: [titleOf(label), ...filled(within(rest))] };
}

/** Where there is none yet, it can be written in. */
function titleOf(label: string): LessonNode {
  return { type: "boxTitle", content: words(label) };
}

function playerNode(node: Directive, title: string, transcript: string): LessonNode {
  if (node.type === "containerDirective" && !transcript) throw new NotShown();
  return { type: node.name, attrs: { title, transcript, ...attributesOf(node, ["src", "captions"]) } };
}

function figureNode(node: Directive, alt: string, description: string): LessonNode {
  if (node.type === "containerDirective" && !description) throw new NotShown();
  const { src, caption } = attributesOf(node, ["src", "caption", "decorative"]);
  const decorative = typeof node.attributes?.decorative === "string" ? "yes" : "";
  return { type: "figure", attrs: { alt, description, src, caption, decorative } };
}

/** Attributes of these names, the absent empty. Throws NotShown where there are others, which must not be lost. */
function attributesOf(node: MarkdownNode, names: string[]): Record<string, string> {
  const given = node.attributes ?? {};
  if (Object.keys(given).some((name) => !names.includes(name))) throw new NotShown();
  return Object.fromEntries(names.map((name) => [name, given[name] ?? ""]));
}

function unlabelled(node: Directive, label: string, names: string[]): Record<string, string> {
  if (label) throw new NotShown();
  return attributesOf(node, names);
}

/** The label of a directive is plain to its reader; one with emphasis in it is left as it is. */
function labelText(children: MarkdownNode[]): string {
  if (children.some((child) => child.type !== "text" && !isBareAddress(child))) throw new NotShown();
  return children.map(textOf).join("");
}

/** An address in running text is a link to Markdown; in a label it is but words. */
function isBareAddress(node: MarkdownNode): boolean {
  return (
    node.type === "link" && ["", "mailto:", "http://"].some((scheme) => node.url === scheme + textOf(node))
  );
}

function words(text: string): LessonNode[] {
  return text ? [{ type: "text", text }] : [];
}

function only(content: LessonNode[], type: string): LessonNode[] {
  if (content.length === 0 || content.some((node) => node.type !== type)) throw new NotShown();
  return content;
}
