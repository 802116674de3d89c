import { type Command, Selection, TextSelection } from "prosemirror-state";

import { emptyLine, enclosing, node } from "./editor-commands.ts";

/** An empty part of an accordion, to be given a title. */
export function emptyPart() {
  return node("part").create(null, [node("boxTitle").create(), emptyLine()]);
}

/** A new part below the one that the cursor is in. */
export const addPart: Command = (state, dispatch) => {
  const part = enclosing(state, "part");
  if (!part) return false;
  const end = part.pos + part.node.nodeSize;
  const tr = state.tr.insert(end, emptyPart());
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, end + 2)).scrollIntoView());
  return true;
};

/** Without the part that the cursor is in; the last part goes with its accordion. */
export const deletePart: Command = (state, dispatch) => {
  const [part, around] = [enclosing(state, "part"), enclosing(state, "accordion")];
  if (!part || !around) return false;
  const gone = around.node.childCount > 1 ? part : around;
  const isAll = gone === around && state.doc.childCount === 1;
  const end = gone.pos + gone.node.nodeSize;
  const tr = isAll ? state.tr.replaceWith(gone.pos, end, emptyLine()) : state.tr.delete(gone.pos, end);
  const isFirst = gone === around || around.node.firstChild === part.node;
  dispatch?.(tr.setSelection(Selection.near(tr.doc.resolve(gone.pos), isFirst ? 1 : -1)).scrollIntoView());
  return true;
};
