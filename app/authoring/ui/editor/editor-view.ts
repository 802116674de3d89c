import {
  baseKeymap,
  chainCommands,
  createParagraphNear,
  exitCode,
  liftEmptyBlock,
  newlineInCode,
  splitBlock,
} from "prosemirror-commands";
import { gapCursor } from "prosemirror-gapcursor";
import { history, redo, redoDepth, undo, undoDepth } from "prosemirror-history";
import { inputRules, textblockTypeInputRule, wrappingInputRule } from "prosemirror-inputrules";
import { keymap } from "prosemirror-keymap";
import { liftListItem, sinkListItem, splitListItem } from "prosemirror-schema-list";
import { type Command, EditorState, NodeSelection, Selection, type Transaction } from "prosemirror-state";
import { goToNextCell, tableEditing } from "prosemirror-tables";
import { EditorView, type NodeViewConstructor } from "prosemirror-view";

import { lessonDocument } from "../../editor/lesson-document.ts";
import type { LessonDocument } from "../../editor/lesson-node.ts";
import { lessonSchema } from "../../editor/lesson-schema.ts";
import { lessonSource } from "../../editor/lesson-source.ts";
import {
  deleteBlock,
  leaveSteps,
  leaveTitle,
  lineBelow,
  moveBlock,
  node,
  toggle,
  toggleHeading,
  toggleList,
} from "./editor-commands.ts";

/** What the keys of the editor ask of the page around it. */
export type EditorAsks = {
  editBlock: (pos: number) => void;
  askLink: () => void;
  askTerm: () => void;
  askCite: () => void;
  openInsertMenu: () => void;
  leaveToToolbar: () => void;
  /** Texts from before the page was opened. */
  earlier: Record<"back" | "forward" | "canGoBack" | "canGoForward", () => boolean>;
  paste: (view: EditorView, html: string) => void;
  onChange: (state: EditorState, transaction: Transaction) => void;
};

export type EditorNames = { label: string; lang: string; describedBy: string };

/** An editor of a lesson's text in an element of the page. */
export function openEditor(
  place: HTMLElement,
  source: string,
  asks: EditorAsks,
  { label, lang, describedBy }: EditorNames,
  nodeViews: Record<string, NodeViewConstructor>,
): EditorView {
  const view = new EditorView(place, {
    state: EditorState.create({
      doc: lessonSchema.nodeFromJSON(lessonDocument(source)),
      plugins: [
        inputRules({ rules: shortcutsWhileTyping }),
        keymap(keys(asks)),
        keymap(baseKeymap),
        history(),
        gapCursor(),
        tableEditing(),
      ],
    }),
    nodeViews,
    attributes: {
      role: "textbox",
      "aria-multiline": "true",
      "aria-label": label,
      "aria-describedby": describedBy,
      lang,
      class: "prose lesson-writing",
    },
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction));
      asks.onChange(view.state, transaction);
    },
    handleDoubleClickOn(_view, _pos, block, blockPos) {
      if (!block.isAtom || block.isText || block.type === node("opaque")) return false;
      asks.editBlock(blockPos);
      return true;
    },
    handlePaste(editor, event) {
      const html = event.clipboardData?.getData("text/html") ?? "";
      // What was copied here is read by the editor itself.
      if (!html || html.includes("data-pm-slice")) return false;
      asks.paste(editor, html);
      return true;
    },
  });
  return view;
}

export function sourceOf(view: EditorView): string {
  return lessonSource(view.state.doc.toJSON() as LessonDocument);
}

/** Shows another text, as one step that can be undone unless it is itself a step back. */
export function showSource(view: EditorView, source: string, isStepBack = false): void {
  const next = lessonSchema.nodeFromJSON(lessonDocument(source));
  const tr = view.state.tr
    .replaceWith(0, view.state.doc.content.size, next.content)
    .setDocAttribute("head", next.attrs.head)
    .setDocAttribute("tail", next.attrs.tail);
  const near = Math.min(view.state.selection.from, tr.doc.content.size);
  tr.setSelection(Selection.near(tr.doc.resolve(near)));
  view.dispatch(isStepBack ? tr.setMeta("addToHistory", false).setMeta("stepBack", true) : tr);
}

/** Undo goes on with what was written before the page was opened, where the browser has kept it. */
export function undoAny({ earlier }: Pick<EditorAsks, "earlier">): Command {
  return (state, dispatch) => {
    if (undoDepth(state) > 0) return undo(state, dispatch);
    return dispatch ? earlier.back() : earlier.canGoBack();
  };
}

export function redoAny({ earlier }: Pick<EditorAsks, "earlier">): Command {
  return (state, dispatch) => {
    if (redoDepth(state) > 0) return redo(state, dispatch);
    return dispatch ? earlier.forward() : earlier.canGoForward();
  };
}

/** "## ", "- ", "1. " and "> " at the beginning of a line. */
const shortcutsWhileTyping = [
  textblockTypeInputRule(/^(##{1,2})\s$/, node("heading"), ([, signs = "##"]) => ({ level: signs.length })),
  wrappingInputRule(/^\s*[-*]\s$/, node("bulletList")),
  wrappingInputRule(/^1\.\s$/, node("orderedList")),
  wrappingInputRule(/^\s*>\s$/, node("quote")),
];

function keys(asks: EditorAsks): Record<string, Command> {
  const insertBreak: Command = (state, dispatch) => {
    dispatch?.(state.tr.replaceSelectionWith(node("hardBreak").create()).scrollIntoView());
    return true;
  };
  const openChosen: Command = ({ selection }, _dispatch, view) => {
    if (!(selection instanceof NodeSelection) || !selection.node.isAtom) return false;
    if (selection.node.type !== node("opaque")) asks.editBlock(selection.from);
    else (view?.nodeDOM(selection.from) as HTMLElement | null)?.querySelector("textarea")?.focus();
    return true;
  };
  // Browsers stop at what cannot be written in.
  const goTo =
    (place: "atStart" | "atEnd"): Command =>
    ({ doc, tr }, dispatch) => {
      dispatch?.(tr.setSelection(Selection[place](doc)).scrollIntoView());
      return true;
    };
  const ask =
    (question: () => void): Command =>
    () => {
      question();
      return true;
    };
  return {
    "Mod-Home": goTo("atStart"),
    "Mod-End": goTo("atEnd"),
    "Mod-z": undoAny(asks),
    "Mod-y": redoAny(asks),
    "Shift-Mod-z": redoAny(asks),
    "Mod-b": toggle("strong"),
    "Mod-i": toggle("emphasis"),
    "Mod-k": ask(asks.askLink),
    "Mod-Alt-t": ask(asks.askTerm),
    "Mod-Alt-c": ask(asks.askCite),
    "Mod-Alt-Enter": ask(asks.openInsertMenu),
    "Mod-Alt-2": toggleHeading(2),
    "Mod-Alt-3": toggleHeading(3),
    "Shift-Mod-7": toggleList("orderedList"),
    "Shift-Mod-8": toggleList("bulletList"),
    "Mod-]": sinkListItem(node("listItem")),
    "Mod-[": liftListItem(node("listItem")),
    "Alt-ArrowUp": moveBlock(-1),
    "Alt-ArrowDown": moveBlock(1),
    "Shift-Mod-Backspace": deleteBlock,
    "Mod-Enter": chainCommands(exitCode, lineBelow),
    "Alt-F10": ask(asks.leaveToToolbar),
    "Shift-Enter": insertBreak,
    Tab: goToNextCell(1),
    "Shift-Tab": goToNextCell(-1),
    Enter: chainCommands(
      openChosen,
      leaveTitle,
      leaveSteps,
      splitListItem(node("listItem")),
      newlineInCode,
      createParagraphNear,
      liftEmptyBlock,
      splitBlock,
    ),
  };
}
