import { type EditorState, NodeSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { useCallback, useEffect, useId, useMemo, useRef, useState } from "react";

import type { KeptWork } from "../../editor/kept-work.ts";
import type { LessonChoices } from "../../editor/lesson-choices.ts";
import { isAskedBlock } from "./asked-block.ts";
import { insertBlock } from "./editor-commands.ts";
import type { Question } from "./editor-dialogs.tsx";
import { redoAny, showSource, sourceOf, undoAny } from "./editor-view.ts";
import { type NewBlock, newBlocks } from "./new-blocks.ts";
import { pasteHtml } from "./paste.ts";
import { useEarlierTexts } from "./use-earlier-texts.ts";
import { useOpenedEditor } from "./use-opened-editor.ts";

type Writing = {
  kept: KeptWork;
  language: string;
  choices: LessonChoices;
  /** What stood in the text area when the editor took its place. */
  typed: string;
  onChange: () => void;
};

/** The editor itself: its text in either view, and what its keys and buttons ask. */
export function useWriting({ kept, language, choices, typed, onChange }: Writing) {
  const id = useId();
  const element = useRef<HTMLDivElement>(null);
  const [source, setSource] = useState<string | null>(null);
  const [question, setQuestion] = useState<Question | null>(null);
  const earlier = useEarlierTexts(kept);
  const asks = useMemo(
    () => ({
      editBlock: (pos: number) => setQuestion({ kind: "block", pos }),
      askLink: () => setQuestion({ kind: "link" }),
      askCite: () => setQuestion({ kind: "cite" }),
      askTerm: () => setQuestion({ kind: "term" }),
      leaveToToolbar: () => toolIn(element.current, "[data-tool][tabindex='0']")?.focus(),
      openInsertMenu: () => toolIn(element.current, "[data-tool][data-insert]")?.click(),
      paste: (editor: EditorView, html: string) => void pasteHtml(editor, html),
    }),
    [],
  );
  // The keys of the editor are given once, and read here what there is at that moment.
  const now = useRef({ textNow: () => typed, step: (_text: string | null): boolean => false });
  const steps = useMemo(
    () => ({
      back: () => now.current.step(earlier.back(now.current.textNow())),
      forward: () => now.current.step(earlier.forward(now.current.textNow())),
      canGoBack: () => earlier.canGoBack(now.current.textNow()),
      canGoForward: earlier.canGoForward,
    }),
    [earlier],
  );
  const { view, state } = useOpenedEditor(element, {
    first: typed,
    asks: {
      ...asks,
      earlier: steps,
      onChange: (_state, transaction) => {
        if (!transaction.docChanged) return;
        if (!transaction.getMeta("stepBack")) earlier.forgetLater();
        onChange();
      },
    },
    names: { lang: language, describedBy: `${id}-hint` },
    choices,
  });
  now.current = {
    textNow: () => source ?? (view ? sourceOf(view) : typed),
    step: (text) => {
      if (text !== null && view) showSource(view, text, true);
      return text !== null;
    },
  };
  useFocusAfter(question, view);
  const textNow = useCallback(() => now.current.textNow(), []);

  return {
    id,
    place: element,
    view,
    state,
    question,
    earlier,
    textNow,
    show: (text: string) => {
      if (source !== null) setSource(text);
      if (view) showSource(view, text);
    },
    closeQuestion: () => setQuestion(null),
    isSource: source !== null,
    source: source ?? "",
    setSource: (text: string) => {
      setSource(text);
      onChange();
    },
    toggleSource: () => {
      if (source === null) return setSource(textNow());
      if (view && source !== sourceOf(view)) showSource(view, source);
      setSource(null);
    },
    asks: {
      insert: (what: string) => {
        if (isAskedBlock(what)) setQuestion({ kind: "new", name: what });
        else if (view && what in newBlocks) {
          insertBlock(newBlocks[what as NewBlock]())(view.state, view.dispatch);
          view.focus();
        }
      },
      askLink: asks.askLink,
      askCite: asks.askCite,
      askTerm: asks.askTerm,
      editChosen: () => state && setQuestion({ kind: "block", pos: editableAt(state) ?? 0 }),
      canEditChosen: state !== null && editableAt(state) !== null,
      undo: undoAny({ earlier: steps }),
      redo: redoAny({ earlier: steps }),
    },
  };
}

/** While a dialog is open nothing behind it takes the focus, so the text gets it back once the dialog is gone. */
function useFocusAfter(question: Question | null, view: EditorView | null): void {
  const isAsked = useRef(false);
  useEffect(() => {
    if (!question && isAsked.current) view?.focus();
    isAsked.current = question !== null;
  }, [question, view]);
}

/** A button of the toolbar above the editor. */
function toolIn(editor: HTMLElement | null, selector: string): HTMLElement | null {
  return editor?.parentElement?.querySelector<HTMLElement>(selector) ?? null;
}

/** The position of the block whose particulars can be changed: the one that is chosen, or the page whose title this is. */
function editableAt({ selection }: EditorState): number | null {
  if (selection instanceof NodeSelection) {
    return isAskedBlock(selection.node.type.name) || selection.node.type.name === "cite"
      ? selection.from
      : null;
  }
  const { $from } = selection;
  return $from.parent.type.name === "page" ? $from.before() : null;
}
