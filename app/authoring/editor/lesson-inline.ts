import { isDirective, type MarkdownNode, textOf } from "#app/library/markdown-parser.ts";

import { type LessonMark, type LessonNode, markOrder } from "./lesson-node.ts";
import { NotShown } from "./not-shown.ts";

/** Text with marks, citations and line breaks. Throws NotShown for anything else. */
export function inlineNodes(children: MarkdownNode[] = [], marks: LessonMark[] = []): LessonNode[] {
  return joined(children.flatMap((child) => inlineNode(child, marks)));
}

function inlineNode(node: MarkdownNode, marks: LessonMark[]): LessonNode[] {
  const marked = (mark: LessonMark) => inlineNodes(node.children, [...marks, mark]);
  switch (node.type) {
    case "text":
      return textNode(node.value ?? "", marks);
    case "inlineCode":
      return textNode(node.value ?? "", [...marks, { type: "code" }]);
    case "strong":
    case "emphasis":
    case "delete":
      return marked({ type: node.type });
    case "link":
      // A word is either: what it leads to, or what it means.
      if (node.title || isMarked(marks, "term")) throw new NotShown();
      return marked({ type: "link", attrs: { href: node.url ?? "" } });
    case "break":
      return [withMarks({ type: "hardBreak" }, marks)];
    case "textDirective":
      return directive(node, marks);
    default:
      throw new NotShown();
  }
}

function directive(node: MarkdownNode, marks: LessonMark[]): LessonNode[] {
  if (!isDirective(node)) throw new NotShown();
  if (node.name === "term") return termNodes(node, marks);
  if (Object.keys(node.attributes ?? {}).length > 0) throw new NotShown();
  const children = node.children ?? [];
  if (node.name === "cite" && children.length > 0 && children.every(({ type }) => type === "text")) {
    return [withMarks({ type: "cite", attrs: { facts: textOf(node) } }, marks)];
  }
  // Words after a colon, not a directive.
  if (children.length === 0) return textNode(`:${node.name}`, marks);
  throw new NotShown();
}

function termNodes({ attributes, children = [] }: MarkdownNode, marks: LessonMark[]): LessonNode[] {
  const { id = "", ...others } = attributes ?? {};
  const isPlain = children.length > 0 && children.every(({ type }) => type === "text");
  const isInside = isMarked(marks, "term") || isMarked(marks, "link");
  if (!id || Object.keys(others).length > 0 || !isPlain || isInside) throw new NotShown();
  return inlineNodes(children, [...marks, { type: "term", attrs: { id } }]);
}

function isMarked(marks: LessonMark[], type: string): boolean {
  return marks.some((mark) => mark.type === type);
}

/** The end of a line inside a paragraph is a space to its reader. */
function textNode(text: string, marks: LessonMark[]): LessonNode[] {
  return text ? [withMarks({ type: "text", text: text.replace(/[ \t]*\r?\n[ \t]*/g, " ") }, marks)] : [];
}

function withMarks(node: LessonNode, marks: LessonMark[]): LessonNode {
  const sorted = markOrder.flatMap((type) => marks.find((mark) => mark.type === type) ?? []);
  return sorted.length > 0 ? { ...node, marks: sorted } : node;
}

/** Neighbours with the same marks are one text, as ProseMirror keeps them. */
function joined(nodes: LessonNode[]): LessonNode[] {
  return nodes.reduce<LessonNode[]>((before, node) => {
    const last = before.at(-1);
    const isOne =
      last?.type === "text" &&
      node.type === "text" &&
      JSON.stringify(last.marks) === JSON.stringify(node.marks);
    if (!isOne) return [...before, node];
    return [...before.slice(0, -1), { ...last, text: `${last.text}${node.text}` }];
  }, []);
}
