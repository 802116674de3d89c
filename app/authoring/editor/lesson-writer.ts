import { directiveToMarkdown } from "mdast-util-directive";
import remarkGfm from "remark-gfm";
import remarkStringify, { type Options } from "remark-stringify";
import { type Processor, unified } from "unified";

import { type MarkdownNode, markdownRoot } from "#app/library/markdown-parser.ts";

import { directiveOf } from "./lesson-directive-writer.ts";
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

/** Role boxes, and the parts of an accordion, stand apart from each other, as in the lessons that we ship. */
const apart: Handle = (node: { name: string }, _parent, state, info) => {
  const content = state.containerFlow(node as never, state.createTracker(info).current());
  const longest = Math.max(3, ...[...content.matchAll(/^:{3,}/gm)].map(([colons]) => colons.length));
  const fence = ":".repeat(longest + 1);
  return `${fence}${node.name}\n\n${content}\n\n${fence}`;
};

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
    .use(remarkStringify, { ...options, handlers: { text, words, apart } as never })
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
  const written = (isOther ? otherWriter : writer).stringify(markdownRoot(children)).trimEnd();
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
      return [directiveOf(node, flow)];
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
