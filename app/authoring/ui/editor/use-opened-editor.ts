import type { EditorState, Transaction } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { type RefObject, useEffect, useRef, useState } from "react";

import { useT } from "#app/platform/i18n.tsx";

import type { LessonChoices } from "../../editor/lesson-choices.ts";
import { blockViews } from "./block-views.ts";
import { type EditorAsks, openEditor } from "./editor-view.ts";

type Opening = {
  /** The text that it begins with. */
  first: string;
  asks: EditorAsks;
  names: { lang: string; describedBy: string };
  choices: LessonChoices;
};

/** An editor in an element of the page, opened once: what it shows is its own from then on. */
export function useOpenedEditor(place: RefObject<HTMLDivElement>, opening: Opening) {
  const t = useT();
  const [view, setView] = useState<EditorView | null>(null);
  const [state, setState] = useState<EditorState | null>(null);
  const given = useRef({ ...opening, t });
  given.current = { ...opening, t };
  useEffect(() => {
    if (!place.current) return;
    const { first, asks, names, choices, t: words } = given.current;
    const opened = openEditor(
      place.current,
      first,
      {
        ...asks,
        onChange: (next: EditorState, transaction: Transaction) => {
          setState(next);
          given.current.asks.onChange(next, transaction);
        },
      },
      { label: words("drafts.fieldText"), ...names },
      blockViews({ t: words, choices }),
    );
    setView(opened);
    setState(opened.state);
    return () => opened.destroy();
  }, [place]);
  return { view, state };
}
