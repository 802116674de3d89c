import type { Attrs } from "prosemirror-model";
import type { Command, EditorState } from "prosemirror-state";

import { lessonSchema } from "../../editor/lesson-schema.ts";
import { mark } from "./editor-commands.ts";

/** What words can be beside their looks: a link, or a term of the glossary. */
export type WordMark = "link" | "term";

/** Makes it of the chosen words; of `text` where none are chosen. */
export function setWords(name: WordMark, attrs: Attrs, text: string): Command {
  return (state, dispatch) => {
    const { from, to, empty } = state.selection;
    const made = mark(name).create(attrs);
    const tr = empty
      ? state.tr.replaceSelectionWith(lessonSchema.text(text, [made]), false)
      : state.tr.removeMark(from, to, mark(name)).addMark(from, to, made);
    dispatch?.(tr);
    return true;
  };
}

/** Leaves the words, of the choice or of the whole that the cursor is in. */
export function plainWords(name: WordMark): Command {
  return (state, dispatch) => {
    const { from, to, empty } = state.selection;
    const range = empty ? wordsAround(state, name) : { from, to };
    if (!range) return false;
    dispatch?.(state.tr.removeMark(range.from, range.to, mark(name)));
    return true;
  };
}

/** The whole link or term that the cursor is in. */
export function wordsAround(
  state: EditorState,
  name: WordMark,
): { from: number; to: number; attrs: Attrs } | null {
  const { $from } = state.selection;
  const { parent } = $from;
  let found: { from: number; to: number; attrs: Attrs } | null = null;
  parent.forEach((child, offset) => {
    const made = mark(name).isInSet(child.marks);
    const [from, to] = [$from.start() + offset, $from.start() + offset + child.nodeSize];
    if (made && from <= $from.pos && $from.pos <= to) found = { from, to, attrs: made.attrs };
  });
  return found;
}
