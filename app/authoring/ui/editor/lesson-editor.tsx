import "./editor.css";

import { type EditorState, NodeSelection } from "prosemirror-state";
import { useEffect, useMemo, useRef, useState } from "react";

import { inCyrillic } from "#app/library/cyrillic-text.ts";
import { useT } from "#app/platform/i18n.tsx";
import { derivedFrom } from "#app/platform/languages.ts";
import { Button } from "#app/ui/button.tsx";
import { IntoCyrillic, NowInCyrillic } from "#app/ui/into-cyrillic.tsx";

import { keptWork } from "../../editor/kept-work.ts";
import type { LessonChoices } from "../../editor/lesson-choices.ts";
import { merged } from "../../editor/merge.ts";
import { blockSummary } from "./block-views.ts";
import { ConflictChoice } from "./conflict-choice.tsx";
import { EditorDialogs } from "./editor-dialogs.tsx";
import { EditorHelp } from "./editor-help.tsx";
import { EditorToolbar } from "./editor-toolbar.tsx";
import { SaveStatus } from "./save-status.tsx";
import { SourceArea } from "./source-area.tsx";
import { UnsentNotice } from "./unsent-notice.tsx";
import { useAutosave } from "./use-autosave.ts";
import { useWriting } from "./use-writing.ts";

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
export function LessonEditor({
  place,
  address,
  saved,
  typed,
  language,
  choices,
  latin,
  onCheck,
}: LessonEditorProps) {
  const t = useT();
  const kept = useMemo(() => keptWork(place), [place]);
  const [unsent, setUnsent] = useState(() => {
    const found = kept.unsent();
    return found && found.text !== saved.text ? found : null;
  });
  const [latinLeft, setLatinLeft] = useState<string[] | null>(null);
  const writing = useWriting({ kept, language, choices, typed, onChange: () => autosave.onChange() });
  const autosave = useAutosave({
    address,
    first: saved,
    kept,
    textNow: writing.textNow,
    onSaved: writing.earlier.remember,
  });
  useOpening({ typed, saved: saved.text, onChange: autosave.onChange, remember: writing.earlier.remember });
  const { state } = autosave;

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
      {writing.isSource && <SourceArea value={writing.source} lang={language} onChange={writing.setSource} />}
      <WrittenText writing={writing} choices={choices} />
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
            const { text, kept: words } = inCyrillic(before, latin);
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

/** The text as learners see it, with its toolbar; hidden while its source is shown. */
function WrittenText({
  writing,
  choices,
}: {
  writing: ReturnType<typeof useWriting>;
  choices: LessonChoices;
}) {
  const t = useT();
  const { view, state, id } = writing;
  return (
    <div hidden={writing.isSource} className="min-w-0">
      {view && state && <EditorToolbar view={view} state={state} asks={writing.asks} controls={id} />}
      <div ref={writing.place} id={id} />
      <p id={`${id}-hint`} className="mt-2 text-slate">
        {t("editor.hint")}
      </p>
      <p role="status" className="sr-only">
        {state && chosenWords(state, (node) => blockSummary(node, { t, choices }))}
      </p>
    </div>
  );
}

/** What is chosen as a whole, in words for those who do not see its frame. */
function chosenWords({ selection }: EditorState, summary: (node: NodeSelection["node"]) => string): string {
  return selection instanceof NodeSelection ? summary(selection.node) : "";
}

type Opening = {
  typed: string;
  saved: string;
  onChange: () => void;
  remember: (text: string) => void;
};

/** What was typed before the editor opened is a change; otherwise undo can come back to what it opened with. */
function useOpening({ onChange, remember, ...opening }: Opening) {
  const { typed, saved } = useRef(opening).current;
  useEffect(() => {
    if (typed !== saved) onChange();
    else remember(saved);
  }, [typed, saved, onChange, remember]);
}
