import type { MarkdownNode } from "#app/library/markdown-parser.ts";

import type { LessonNode } from "./lesson-node.ts";

type Flow = (node: LessonNode) => MarkdownNode[];

/** A block of the editor as the directive that it is; `flow` writes the blocks in it. */
export function directiveOf(node: LessonNode, flow: Flow): MarkdownNode {
  const attrs = (node.attrs ?? {}) as Record<string, string>;
  const within = () => (node.content ?? []).flatMap(flow);
  const leaf = (label: string, attributes: Record<string, string | undefined> = {}): MarkdownNode => ({
    type: "leafDirective",
    name: node.type,
    attributes: filledIn(attributes),
    children: label ? [{ type: "words", value: label }] : [],
  });
  switch (node.type) {
    case "page":
      return leaf(wordsOf(node), { id: attrs.id });
    case "check":
      return leaf("", { id: attrs.id });
    case "jurisdiction":
      return leaf("", { topic: attrs.topic });
    case "tool":
    case "package":
      return leaf(attrs.title ?? "", { name: attrs.name });
    case "download":
      return leaf(attrs.title ?? "", { file: attrs.file });
    case "figure":
      return figureOf(attrs);
    case "video":
    case "audio": {
      const { title = "", src, captions, transcript = "" } = attrs;
      return described(node.type, title, filledIn({ src, captions }), transcript);
    }
    case "box":
      return container(attrs.name ?? "note", {}, titled(node, flow));
    case "steps":
      return container("steps", {}, within());
    case "roles":
    case "accordion":
      return { type: "apart", name: node.type, children: within() };
    case "part":
      return container("part", {}, titled(node, flow));
    case "role":
      return container("role", { sector: attrs.sector }, within());
    default:
      throw new Error(`no Markdown for ${node.type}`);
  }
}

function container(
  name: string,
  attributes: Record<string, string | undefined>,
  children: MarkdownNode[],
): MarkdownNode {
  return { type: "containerDirective", name, attributes: filledIn(attributes), children };
}

function filledIn(attributes: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
}

function label(text: string): MarkdownNode[] {
  if (!text) return [];
  return [{ type: "paragraph", data: { directiveLabel: true }, children: [{ type: "words", value: text }] }];
}

function figureOf({ alt = "", src, caption, description, decorative }: Record<string, string>): MarkdownNode {
  const attributes = { ...filledIn({ src, caption }), ...(decorative && { decorative: "" }) };
  return described("figure", alt, attributes, description ?? "");
}

/** On one line; or around the words that stand for it, which are Markdown as they are. */
function described(
  name: string,
  title: string,
  attributes: Record<string, string>,
  inside: string,
): MarkdownNode {
  if (inside) {
    const children = [...label(title), { type: "html", value: inside }];
    return { type: "containerDirective", name, attributes, children };
  }
  const children = title ? [{ type: "words", value: title }] : [];
  return { type: "leafDirective", name, attributes, children };
}

function titled({ content = [] }: LessonNode, flow: Flow): MarkdownNode[] {
  const [first, ...rest] = content;
  if (first?.type !== "boxTitle") return content.flatMap(flow);
  return [...label(wordsOf(first)), ...rest.flatMap(flow)];
}

function wordsOf({ content = [] }: LessonNode): string {
  return content
    .map(({ text: words = "" }) => words)
    .join("")
    .trim();
}
