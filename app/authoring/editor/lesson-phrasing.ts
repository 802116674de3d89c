import type { MarkdownNode } from "#app/library/markdown-parser.ts";

import { type LessonMark, type LessonNode, markOrder } from "./lesson-node.ts";

/** Text of the editor as Markdown nodes: each mark becomes a node around as much as it goes on. */
export function phrasing(nodes: LessonNode[] = []): MarkdownNode[] {
  return nested(trimmed(nodes), []);
}

/** A paragraph neither begins nor ends with spaces or a line break. */
function trimmed(nodes: LessonNode[]): LessonNode[] {
  const isSpace = (node?: LessonNode) =>
    node?.type === "hardBreak" || (node?.type === "text" && node.text?.trim() === "");
  let [from, to] = [0, nodes.length];
  while (from < to && isSpace(nodes[from])) from++;
  while (to > from && isSpace(nodes[to - 1])) to--;
  return nodes.slice(from, to).map((node, index, all) => {
    if (node.type !== "text" || node.marks?.some(({ type }) => type === "code")) return node;
    const start = index === 0 ? node.text?.trimStart() : node.text;
    return { ...node, text: index === all.length - 1 ? start?.trimEnd() : start };
  });
}

function nested(nodes: LessonNode[], around: LessonMark[]): MarkdownNode[] {
  const written: MarkdownNode[] = [];
  for (let at = 0; at < nodes.length;) {
    const [mark, length] = longest(nodes.slice(at), around);
    const node = nodes[at];
    if (mark) {
      const { before, run, after } = bare(nodes.slice(at, at + length), mark);
      const children = nested(run, [...around, mark]);
      written.push(...before, ...(children.length > 0 ? [markNode(mark, children)] : []), ...after);
    } else if (node) {
      written.push(leaf(node));
    }
    at += length;
  }
  return written;
}

function markNode({ type, attrs }: LessonMark, children: MarkdownNode[]): MarkdownNode {
  if (type === "link") return { type, url: String(attrs?.href ?? ""), children };
  if (type !== "term") return { type, children };
  return { type: "textDirective", name: "term", attributes: { id: String(attrs?.id ?? "") }, children };
}

/** Markdown has no emphasis that begins or ends with a space: the spaces go outside. */
function bare(run: LessonNode[], mark: LessonMark) {
  const isText = (node?: LessonNode) => node?.type === "text" && !markOf(node, "code");
  const [first, last] = [run[0], run.at(-1)];
  const before = mark.type !== "link" && isText(first) ? (/^\s*/u.exec(first?.text ?? "")?.[0] ?? "") : "";
  const without = run.map((node) =>
    node === first ? { ...node, ...(before && { text: node.text?.slice(before.length) }) } : node,
  );
  const end = without.at(-1);
  const after = mark.type !== "link" && isText(last) ? (/\s*$/u.exec(end?.text ?? "")?.[0] ?? "") : "";
  const within = without.map((node) =>
    node === end && after ? { ...node, text: node.text?.slice(0, -after.length) } : node,
  );
  const words = (value: string): MarkdownNode[] => (value ? [{ type: "text", value }] : []);
  return {
    before: words(before),
    run: within.filter(({ type, text }) => type !== "text" || text !== ""),
    after: words(after),
  };
}

/** The mark at the beginning that goes on furthest, and how far; of two that end together the outer one. */
function longest(nodes: LessonNode[], around: LessonMark[]): [LessonMark | null, number] {
  let found: [LessonMark | null, number] = [null, 1];
  for (const type of markOrder) {
    const mark = markOf(nodes[0], type);
    if (!mark || type === "code" || around.some((one) => one.type === type)) continue;
    const same = JSON.stringify(mark);
    const end = nodes.findIndex((node) => JSON.stringify(markOf(node, type)) !== same);
    const length = end === -1 ? nodes.length : end;
    if (!found[0] || length > found[1]) found = [mark, length];
  }
  return found;
}

function markOf(node: LessonNode | undefined, type: string): LessonMark | undefined {
  return node?.marks?.find((mark) => mark.type === type);
}

function leaf(node: LessonNode): MarkdownNode {
  if (node.type === "hardBreak") return { type: "break" };
  if (node.type === "cite") {
    const value = String(node.attrs?.facts ?? "");
    return { type: "textDirective", name: "cite", attributes: {}, children: [{ type: "text", value }] };
  }
  return { type: markOf(node, "code") ? "inlineCode" : "text", value: node.text ?? "" };
}
