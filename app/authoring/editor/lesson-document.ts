import { headOf } from "#app/library/lesson-head.ts";
import { parseMarkdown } from "#app/library/markdown-parser.ts";

import { blockOf } from "./lesson-block.ts";
import type { LessonDocument, LessonNode, Origin } from "./lesson-node.ts";

/** The pieces of a lesson's body: each block's text, with what stands between it and the one before. */
export function piecesOf(body: string): { pieces: { source: string; gap: string }[]; tail: string } {
  let end = 0;
  const pieces = (parseMarkdown(body).children ?? []).map(({ position }) => {
    const [begun = end, to = end] = [position?.start.offset, position?.end.offset];
    // A heading that is underlined begins, to the parser, with the definition that stands before it.
    const from = Math.max(begun, end);
    const piece = { gap: body.slice(end, from), source: body.slice(from, to) };
    end = to;
    return piece;
  });
  return { pieces, tail: body.slice(end) };
}

/** Each origin is read once, however often the lesson is written; what was read goes with its document. */
const readBefore = new WeakMap<Origin, LessonNode>();

/** A block as it was before anybody touched it. */
export function blockBefore(origin: Origin): LessonNode {
  const block = readBefore.get(origin) ?? blockOf(origin.source);
  readBefore.set(origin, block);
  return block;
}

/** A lesson as the editor shows it. `lessonSource` makes the same text of it again. */
export function lessonDocument(source: string): LessonDocument {
  const { whole } = headOf(source);
  const { pieces, tail } = piecesOf(source.slice(whole.length));
  const [first] = pieces;
  if (!first) {
    return { type: "doc", attrs: { head: source, tail: "\n" }, content: [emptyParagraph] };
  }
  return {
    type: "doc",
    attrs: { head: whole + first.gap, tail },
    content: pieces.map(({ source: text, gap }, index) => {
      const origin = { source: text, gap, index };
      const block = blockBefore(origin);
      return { ...block, attrs: { ...block.attrs, origin } };
    }),
  };
}

const emptyParagraph: LessonNode = { type: "paragraph", attrs: { origin: null } };
