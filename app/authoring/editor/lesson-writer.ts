import { directiveToMarkdown } from "mdast-util-directive";
import remarkGfm from "remark-gfm";
import remarkStringify, { type Options } from "remark-stringify";
import { type Processor, unified } from "unified";

import type { MarkdownNode } from "#app/library/markdown-parser.ts";

import type { LessonNode } from "./lesson-node.ts";
import { phrasing } from "./lesson-phrasing.ts";

type Handle = NonNullable<NonNullable<Options["handlers"]>["text"]>;

/** A time such as 22:40 is no directive wherever no bracket follows; a backslash in it would only disturb. */
const needlessBackslash = /\\:(?=\p{N}[\p{L}\p{N}\p{M}_-]*(?![\p{L}\p{N}\p{M}_[{-]))/gu;

const text: Handle = (node: { value: string }, _parent, state, info) =>
  state.safe(node.value, info).replace(needlessBackslash, ":");

/** Labels are plain: whatever would mean something is escaped, as in a paragraph, and the bracket that would end them. */
const words: Handle = (node: { value: string }, _parent, state, info) => {
  const { stack } = state;
  state.stack = ["phrasing"];
  const safe = state.safe(node.value, { ...info, before: "[", after: "]" });
  state.stack = stack;
  return safe.replaceAll("]", "\\]");
};

/** Role boxes stand apart from each other, as in the lessons that we ship. */
const roles: Handle = (node, _parent, state, info) =>
  `::::roles\n\n${state.containerFlow(node as never, state.createTracker(info).current())}\n\n::::`;

const style = {
  bullet: "-",
  bulletOther: "*",
  emphasis: "*",
  rule: "-",
  listItemIndent: "one",
  incrementListMarker: true,
} satisfies Options;

/** The same with the other markers, for a list that follows a list. */
const otherStyle = { ...style, bullet: "*", bulletOther: "-", bulletOrdered: ")" } satisfies Options;

function writerIn(options: Options) {
  return unified()
    .use(remarkStringify, { ...options, handlers: { text, words, roles } as never })
    .use(remarkGfm, { tablePipeAlign: false })
    .use(withDirectives);
}

function withDirectives(this: Processor) {
  const data = this.data();
  const directives = directiveToMarkdown({ preferUnquoted: true });
  data.toMarkdownExtensions = [...(data.toMarkdownExtensions ?? []), directives];
}

const writer = writerIn(style);
const otherWriter = writerIn(otherStyle);

/** The Markdown of a block in our own style, without its end of line; empty for an empty paragraph. */
export function blockSource(node: LessonNode, isOther = false): string {
  if (node.type === "opaque") return String(node.attrs?.text ?? "").trim();
  const children = flow(node);
  if (children.length === 0) return "";
  const written = (isOther ? otherWriter : writer).stringify({ type: "root", children } as never).trimEnd();
  return node.type === "table" ? withLongRule(written) : written;
}

/** Three hyphens under each heading of a table, as in the lessons that we ship. */
function withLongRule(table: string): string {
  const [head = "", rule = "", ...rows] = table.split("\n");
  return [head, rule.replaceAll("-", "---"), ...rows].join("\n");
}

function flow(node: LessonNode): MarkdownNode[] {
  const attrs = (node.attrs ?? {}) as Record<string, string>;
  const within = () => (node.content ?? []).flatMap(flow);
  switch (node.type) {
    case "paragraph": {
      const children = phrasing(node.content);
      return children.length > 0 ? [{ type: "paragraph", children }] : [];
    }
    case "heading":
      return [{ type: "heading", depth: Number(attrs.level), children: phrasing(node.content) }];
    case "quote":
      return [{ type: "blockquote", children: within() }];
    case "rule":
      return [{ type: "thematicBreak" }];
    case "bulletList":
    case "orderedList":
      return [listOf(node)];
    case "table":
      return [tableOf(node)];
    case "opaque":
      // Written as it stands: of what Markdown has, only HTML is never escaped.
      return attrs.text?.trim() ? [{ type: "html", value: attrs.text }] : [];
    default:
      return [directiveOf(node, attrs, within)];
  }
}

function listOf(node: LessonNode): MarkdownNode {
  const spread = Boolean(node.attrs?.isLoose);
  return {
    type: "list",
    ordered: node.type === "orderedList",
    start: node.type === "orderedList" ? Number(node.attrs?.start) : null,
    spread,
    children: (node.content ?? []).map((item) => ({
      type: "listItem",
      // Two paragraphs need an empty line between them, a list below a paragraph does not.
      spread: spread || (item.content ?? []).filter(({ type }) => type === "paragraph").length > 1,
      children: (item.content ?? []).flatMap(flow),
    })),
  };
}

function tableOf(node: LessonNode): MarkdownNode {
  const rows = node.content ?? [];
  return {
    type: "table",
    align: (rows[0]?.content ?? []).map((cell) => (cell.attrs?.align as string | null) ?? null),
    children: rows.map((row) => ({
      type: "tableRow",
      children: (row.content ?? []).map((cell) => ({
        type: "tableCell",
        children: phrasing((cell.content ?? []).flatMap(({ content = [] }) => content)),
      })),
    })),
  };
}

function directiveOf(
  node: LessonNode,
  attrs: Record<string, string>,
  within: () => MarkdownNode[],
): MarkdownNode {
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
    case "box":
      return container(attrs.name ?? "note", {}, titled(node, within));
    case "steps":
      return container("steps", {}, within());
    case "roles":
      return { type: "roles", children: within() };
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
  if (description) {
    const children = [...label(alt), { type: "html", value: description }];
    return { type: "containerDirective", name: "figure", attributes, children };
  }
  return {
    type: "leafDirective",
    name: "figure",
    attributes,
    children: alt ? [{ type: "words", value: alt }] : [],
  };
}

function titled(node: LessonNode, within: () => MarkdownNode[]): MarkdownNode[] {
  const [first, ...rest] = node.content ?? [];
  if (first?.type !== "boxTitle") return within();
  return [...label(wordsOf(first)), ...rest.flatMap(flow)];
}

function wordsOf({ content = [] }: LessonNode): string {
  return content
    .map(({ text: words = "" }) => words)
    .join("")
    .trim();
}
