import "./editor.css";

import { NodeSelection, type EditorState } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { useCallback, useEffect, useId, useMemo, useRef, useState } from "react";

import { inCyrillic } from "#app/library/cyrillic-text.ts";
import { useT } from "#app/platform/i18n.tsx";
import { derivedFrom } from "#app/platform/languages.ts";
import { Button } from "#app/ui/button.tsx";
import { IntoCyrillic, NowInCyrillic } from "#app/ui/into-cyrillic.tsx";
import { Notice } from "#app/ui/notice.tsx";

import { keptWork } from "../../editor/kept-work.ts";
import type { LessonChoices } from "../../editor/lesson-choices.ts";
import { merged } from "../../editor/merge.ts";
import { blockSummary, blockViews } from "./block-views.ts";
import { ConflictChoice } from "./conflict-choice.tsx";
import { EditorDialogs, type Question } from "./editor-dialogs.tsx";
import { EditorHelp } from "./editor-help.tsx";
import { EditorToolbar } from "./editor-toolbar.tsx";
import { openEditor, redoAny, showSource, sourceOf, undoAny } from "./editor-view.ts";
import { insertBlock } from "./editor-commands.ts";
import { type NewBlock, newBlocks } from "./new-blocks.ts";
import { pasteHtml } from "./paste.ts";
import { SaveStatus } from "./save-status.tsx";
import { useAutosave } from "./use-autosave.ts";
import { useEarlierTexts } from "./use-earlier-texts.ts";
import { isAskedBlock } from "./block-dialog.tsx";

export type LessonEditorProps = {
  /** Tells this lesson, language, draft and person apart from others in this browser. */
  place: string;
  /** Where the text is saved. */
  address: string;
  /** What the draft says, and its name there. */
  saved: { text: string; basis: string | null };
  /** What stood in the text area when the editor took its place. */
  typed: string;
  language: string;
  choices: LessonChoices;
  /** Words that stay in Latin letters when the text is turned into Cyrillic. */
  latin: string[];
  onCheck: () => void;
};

/** A lesson written as learners see it, or as its source; saved by itself. */
export function LessonEditor(props: LessonEditorProps) {
  const { place, address, saved, typed, language, choices, onCheck } = props;
  const t = useT();
  const kept = useMemo(() => keptWork(place), [place]);
  const [unsent, setUnsent] = useState(() => {
    const found = kept.unsent();
    return found && found.text !== saved.text ? found : null;
  });
  const [latinLeft, setLatinLeft] = useState<string[] | null>(null);
  const writing = useWriting(props, typed, () => autosave.onChange());
  const autosave = useAutosave({
    address,
    first: saved,
    kept,
    textNow: writing.textNow,
    onSaved: writing.earlier.remember,
  });
  const { state } = autosave;
  useEffect(() => {
    if (typed !== saved.text) autosave.onChange();
    else writing.earlier.remember(saved.text);
    // Once, with what there was when the editor opened.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  return (
    <section className="stack min-w-0" aria-label={t("drafts.fieldText")}>
      {unsent && (
        <UnsentNotice
          onUse={() => {
            writing.show(unsent.text);
            autosave.goOn({ text: unsent.base, basis: unsent.basis });
            setUnsent(null);
          }}
          onForget={() => {
            kept.forgetUnsent();
            setUnsent(null);
          }}
        />
      )}
      {state.step === "conflict" && (
        <ConflictChoice
          mine={state.mine}
          theirs={state.theirs.text}
          by={state.by}
          lang={language}
          onChoose={(answer) => {
            const mine = writing.textNow();
            writing.earlier.remember(mine);
            if (answer === "theirs") writing.show(state.theirs.text);
            if (answer === "both") writing.show(merged(autosave.base(), mine, state.theirs.text));
            autosave.goOn(state.theirs);
          }}
        />
      )}
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <SaveStatus state={state} />
        <Button type="button" variant="quiet" aria-pressed={writing.isSource} onClick={writing.toggleSource}>
          {t("editor.source")}
        </Button>
      </div>
      {writing.isSource && (
        <div>
          <label htmlFor="source" className="block font-semibold">
            {t("drafts.fieldText")}
          </label>
          <p id="source-hint" className="text-slate">
            {t("drafts.fieldTextHint")}
          </p>
          <textarea
            id="source"
            aria-describedby="source-hint"
            className="control mt-1.5 font-mono"
            rows={24}
            lang={language}
            value={writing.source}
            onChange={(event) => writing.setSource(event.target.value)}
          />
        </div>
      )}
      <div hidden={writing.isSource} className="min-w-0">
        {writing.view && writing.state && (
          <EditorToolbar
            view={writing.view}
            state={writing.state}
            asks={writing.asks}
            controls={writing.id}
          />
        )}
        <div ref={writing.place} id={writing.id} />
        <p id={`${writing.id}-hint`} className="mt-2 text-slate">
          {t("editor.hint")}
        </p>
        <p role="status" className="sr-only">
          {writing.state && chosenWords(writing.state, (node) => blockSummary(node, { t, choices }))}
        </p>
      </div>
      {writing.view && writing.question && (
        <EditorDialogs
          view={writing.view}
          question={writing.question}
          choices={choices}
          language={language}
          onClose={writing.closeQuestion}
        />
      )}
      <EditorHelp />
      {derivedFrom(language).length > 0 && (
        <IntoCyrillic
          onPress={() => {
            const before = writing.textNow();
            writing.earlier.remember(before);
            const { text, kept: words } = inCyrillic(before, props.latin);
            writing.show(text);
            setLatinLeft(words);
          }}
        />
      )}
      {latinLeft && <NowInCyrillic kept={latinLeft} canUndo />}
      <div>
        <Button type="button" variant="secondary" onClick={() => void autosave.save().then(onCheck)}>
          {t("editor.checkNow")}
        </Button>
      </div>
    </section>
  );
}

function UnsentNotice({ onUse, onForget }: { onUse: () => void; onForget: () => void }) {
  const t = useT();
  return (
    <Notice kind="warning" title={t("editor.unsent")} isStatus>
      <p>{t("editor.unsentLead")}</p>
      <div className="mt-4 flex flex-wrap gap-4">
        <Button type="button" onClick={onUse}>
          {t("editor.unsentUse")}
        </Button>
        <Button type="button" variant="secondary" onClick={onForget}>
          {t("editor.unsentForget")}
        </Button>
      </div>
    </Notice>
  );
}

/** What is chosen as a whole, in words for those who do not see its frame. */
function chosenWords({ selection }: EditorState, summary: (node: NodeSelection["node"]) => string): string {
  return selection instanceof NodeSelection ? summary(selection.node) : "";
}

/** The editor itself: its text in either view, and what its keys and buttons ask. */
function useWriting({ place, language, choices }: LessonEditorProps, typed: string, onChange: () => void) {
  const t = useT();
  const id = useId();
  const element = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<EditorView | null>(null);
  const [state, setState] = useState<EditorState | null>(null);
  const [source, setSource] = useState<string | null>(null);
  const [question, setQuestion] = useState<Question | null>(null);
  const earlier = useEarlierTexts(useMemo(() => keptWork(place), [place]));
  const now = useRef({ view, source, typed, onChange });
  now.current = { view, source, typed, onChange };

  const textNow = useCallback(() => {
    const { view: open, source: written, typed: first } = now.current;
    return written ?? (open ? sourceOf(open) : first);
  }, []);
  const step = useCallback((text: string | null) => {
    if (text !== null && now.current.view) showSource(now.current.view, text, true);
    return text !== null;
  }, []);
  const keys = useMemo(
    () => ({
      editBlock: (pos: number) => setQuestion({ kind: "block", pos }),
      askLink: () => setQuestion({ kind: "link" }),
      leaveToToolbar: () =>
        element.current?.parentElement?.querySelector<HTMLElement>("[data-tool][tabindex='0']")?.focus(),
      earlier: {
        back: () => step(earlier.back(textNow())),
        forward: () => step(earlier.forward(textNow())),
        canGoBack: () => earlier.canGoBack(textNow()),
        canGoForward: earlier.canGoForward,
      },
    }),
    [earlier, step, textNow],
  );

  useEffect(() => {
    if (!element.current) return;
    const opened = openEditor(
      element.current,
      now.current.typed,
      {
        ...keys,
        paste: (editor, html) => void pasteHtml(editor, html),
        onChange: (next, transaction) => {
          setState(next);
          if (!transaction.docChanged) return;
          if (!transaction.getMeta("stepBack")) earlier.forgetLater();
          now.current.onChange();
        },
      },
      { label: t("drafts.fieldText"), lang: language, describedBy: `${id}-hint` },
      blockViews({ t, choices }),
    );
    setView(opened);
    setState(opened.state);
    return () => opened.destroy();
    // Opened once: what it shows is its own from then on.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  const show = (text: string) => {
    if (source !== null) setSource(text);
    if (view) showSource(view, text);
  };
  return {
    id,
    place: element,
    view,
    state,
    question,
    earlier,
    textNow,
    show,
    closeQuestion: () => {
      setQuestion(null);
      view?.focus();
    },
    isSource: source !== null,
    source: source ?? "",
    setSource: (text: string) => {
      setSource(text);
      now.current.source = text;
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
      askLink: keys.askLink,
      askCite: () => setQuestion({ kind: "cite" }),
      editChosen: () => state && setQuestion({ kind: "block", pos: editableAt(state) ?? 0 }),
      canEditChosen: state !== null && editableAt(state) !== null,
      undo: undoAny(keys),
      redo: redoAny(keys),
    },
  };
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
