import { lift, setBlockType, toggleMark, wrapIn } from "prosemirror-commands";
import type { Attrs, MarkType, Node, NodeType } from "prosemirror-model";
import { liftListItem, wrapInList } from "prosemirror-schema-list";
import { type Command, type EditorState, NodeSelection, Selection, TextSelection } from "prosemirror-state";

import { lessonSchema } from "../../editor/lesson-schema.ts";

const { nodes, marks } = lessonSchema;

export function node(name: string): NodeType {
  return nodes[name] as NodeType;
}

export function mark(name: string): MarkType {
  return marks[name] as MarkType;
}

export function isMarked(state: EditorState, name: string): boolean {
  const { from, $from, to, empty } = state.selection;
  if (empty) return Boolean(mark(name).isInSet(state.storedMarks ?? $from.marks()));
  return state.doc.rangeHasMark(from, to, mark(name));
}

/** The innermost block of this type around the cursor. */
export function enclosing(state: EditorState, name: string): { node: Node; pos: number } | null {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    if ($from.node(depth).type === node(name)) return { node: $from.node(depth), pos: $from.before(depth) };
  }
  return null;
}

export function isHeading(state: EditorState, level: number): boolean {
  const { parent } = state.selection.$from;
  return parent.type === node("heading") && parent.attrs.level === level;
}

export function toggleHeading(level: number): Command {
  return (state, dispatch) =>
    isHeading(state, level)
      ? setBlockType(node("paragraph"))(state, dispatch)
      : setBlockType(node("heading"), { level })(state, dispatch);
}

export function toggleList(name: "bulletList" | "orderedList"): Command {
  return (state, dispatch) =>
    enclosing(state, name)
      ? liftListItem(node("listItem"))(state, dispatch)
      : wrapInList(node(name))(state, dispatch);
}

export const toggleQuote: Command = (state, dispatch) =>
  enclosing(state, "quote") ? lift(state, dispatch) : wrapIn(node("quote"))(state, dispatch);

export const toggle = (name: string): Command => toggleMark(mark(name));

/** The block of the lesson that the cursor is in: its position, and where it ends. */
export function topBlock(state: EditorState): { node: Node; pos: number; end: number } {
  const { $from } = state.selection;
  const index = Math.min($from.index(0), state.doc.childCount - 1);
  let pos = 0;
  for (let at = 0; at < index; at++) pos += state.doc.child(at).nodeSize;
  const block = state.doc.child(index);
  return { node: block, pos, end: pos + block.nodeSize };
}

/** Puts a block after the one that the cursor is in, or in the place of an empty line, and goes into it. */
export function insertBlock(block: Node): Command {
  return (state, dispatch) => {
    const { node: around, pos, end } = topBlock(state);
    const isEmptyLine = around.type === node("paragraph") && around.content.size === 0;
    const at = isEmptyLine ? pos : end;
    const tr = state.tr.replaceWith(at, end, block);
    const selection = block.isAtom
      ? NodeSelection.create(tr.doc, at)
      : Selection.near(tr.doc.resolve(at + beginningOf(block)), 1);
    dispatch?.(tr.setSelection(selection).scrollIntoView());
    return true;
  };
}

/** Where writing begins in a new block: few notes have a title, so theirs is passed over. */
function beginningOf(block: Node): number {
  const { firstChild } = block;
  const isPassed = firstChild?.type === node("boxTitle") && block.attrs.name !== "scenario";
  return isPassed ? 1 + firstChild.nodeSize : 1;
}

export function changeBlock(pos: number, attrs: Attrs): Command {
  return (state, dispatch) => {
    const block = state.doc.nodeAt(pos);
    if (!block) return false;
    const tr = state.tr.setNodeMarkup(pos, null, { ...block.attrs, ...attrs });
    if (block.isAtom) tr.setSelection(NodeSelection.create(tr.doc, pos));
    dispatch?.(tr);
    return true;
  };
}

export function moveBlock(direction: -1 | 1): Command {
  return (state, dispatch) => {
    const { node: block, pos, end } = topBlock(state);
    const neighbour = direction < 0 ? state.doc.resolve(pos).nodeBefore : state.doc.resolve(end).nodeAfter;
    if (!neighbour) return false;
    const target = direction < 0 ? pos - neighbour.nodeSize : pos + neighbour.nodeSize;
    const { from } = state.selection;
    const tr = state.tr.delete(pos, end).insert(target, block);
    const selection = block.isAtom
      ? NodeSelection.create(tr.doc, target)
      : TextSelection.near(tr.doc.resolve(target + (from - pos)));
    dispatch?.(tr.setSelection(selection).scrollIntoView());
    return true;
  };
}

export const deleteBlock: Command = (state, dispatch) => {
  const { pos, end } = topBlock(state);
  const tr =
    state.doc.childCount > 1 ? state.tr.delete(pos, end) : state.tr.replaceWith(pos, end, emptyLine());
  dispatch?.(tr.scrollIntoView());
  return true;
};

/** A new line below everything that the cursor is in. */
export const lineBelow: Command = (state, dispatch) => {
  const { end } = topBlock(state);
  const tr = state.tr.insert(end, emptyLine());
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, end + 1)).scrollIntoView());
  return true;
};

/** Enter on an empty last step goes on below the steps, as it does in other lists. */
export const leaveSteps: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  const steps = enclosing(state, "steps");
  const list = enclosing(state, "orderedList");
  const item = enclosing(state, "listItem");
  if (!steps || !list || !item || !empty || item.node.textContent || item.node.childCount > 1) return false;
  const isLast = item.pos + item.node.nodeSize === list.pos + list.node.nodeSize - 1;
  if (!isLast || list.node.childCount < 2 || $from.node($from.depth - 1) !== item.node) return false;
  const end = steps.pos + steps.node.nodeSize - item.node.nodeSize;
  const tr = state.tr.delete(item.pos, item.pos + item.node.nodeSize).insert(end, emptyLine());
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, end + 1)).scrollIntoView());
  return true;
};

/** Enter at the end of a title goes into the empty line that waits below it. */
export const leaveTitle: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  const below = $from.depth > 0 ? $from.node(-1).maybeChild($from.indexAfter(-1)) : null;
  const isAtEnd = empty && $from.parentOffset === $from.parent.content.size;
  if ($from.parent.type !== node("boxTitle") || !isAtEnd || below?.content.size !== 0) return false;
  dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, $from.after() + 1)).scrollIntoView());
  return true;
};

export function insertCite(facts: string): Command {
  return (state, dispatch) => {
    const cite = node("cite").create({ facts });
    const { selection } = state;
    const at =
      selection instanceof NodeSelection && selection.node.type === node("cite") ? selection.from : null;
    const { $to } = selection;
    if (at === null && !$to.parent.inlineContent) return false;
    const tr = at === null ? state.tr.insert($to.pos, cite) : state.tr.replaceWith(at, at + 1, cite);
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

export function emptyLine(): Node {
  return node("paragraph").create();
}
