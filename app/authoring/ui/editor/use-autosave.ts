import { useCallback, useEffect, useRef, useState } from "react";

import type { JsonRefusal } from "#app/platform/http.server.ts";

import type { KeptWork } from "../../editor/kept-work.ts";
import type { SavedText } from "../../editor/saved-text.ts";

export type SaveState =
  | { step: "saved"; at: string | null }
  | { step: "changed" | "saving" | "offline" }
  | { step: "refused"; sentence: string }
  | { step: "conflict"; mine: string; theirs: { text: string; basis: string }; by: string | null };

type Saving = {
  address: string;
  /** The text that the draft had, and its name there; null for a lesson that is not written yet. */
  first: { text: string; basis: string | null };
  kept: KeptWork;
  /** What is to be saved now. */
  textNow: () => string;
  onSaved: (text: string) => void;
};

/** Pauses in milliseconds: after the last key until the browser keeps and the server gets it, and until the next try. */
const [keep, pause, retry] = [400, 1500, 5000];

/** Saves by itself soon after each change, keeps in the browser what it could not send, and stops at a conflict. */
export function useAutosave(saving: Saving) {
  const [state, setState] = useState<SaveState>({ step: "saved", at: null });
  const latest = useRef(saving);
  latest.current = saving;
  const saved = useRef(saving.first);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const keeping = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isBusy = useRef(false);
  const isStopped = useRef(false);

  const save = useCallback(async () => {
    clearTimeout(timer.current);
    const { address, kept, textNow, onSaved } = latest.current;
    const text = textNow();
    if (isBusy.current || isStopped.current) return;
    if (text === saved.current.text) {
      kept.forgetUnsent();
      setState((now) => (now.step === "saved" ? now : { step: "saved", at: null }));
      return;
    }
    isBusy.current = true;
    setState({ step: "saving" });
    const next = await send(address, text, saved.current.basis);
    isBusy.current = false;
    if ("basis" in next) {
      saved.current = { text, basis: next.basis };
      onSaved(text);
      if (textNow() === text) {
        kept.forgetUnsent();
        setState({ step: "saved", at: next.savedAt });
        return;
      }
      setState({ step: "changed" });
    } else if ("theirs" in next) {
      isStopped.current = true;
      setState({ step: "conflict", mine: text, ...next });
      return;
    } else if (next.sentence !== null) {
      setState({ step: "refused", sentence: next.sentence });
      return;
    } else {
      setState({ step: "offline" });
    }
    timer.current = setTimeout(() => void save(), "basis" in next ? pause : retry);
  }, []);

  const onChange = useCallback(() => {
    clearTimeout(keeping.current);
    keeping.current = setTimeout(() => {
      const { kept, textNow } = latest.current;
      const { text: base, basis } = saved.current;
      const text = textNow();
      if (text !== base) kept.keepUnsent({ text, base, basis });
    }, keep);
    if (isStopped.current) return;
    if (!isBusy.current) setState((now) => (now.step === "offline" ? now : { step: "changed" }));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), pause);
  }, [save]);

  /** From now on everything is written on this text: after a conflict, or with what was kept in the browser. */
  const goOn = useCallback(
    (theirs: { text: string; basis: string | null }) => {
      saved.current = theirs;
      isStopped.current = false;
      void save();
    },
    [save],
  );

  useEffect(() => {
    const again = () => void save();
    window.addEventListener("online", again);
    return () => {
      window.removeEventListener("online", again);
      void save();
    };
  }, [save]);
  useWarningBeforeLeaving(state.step !== "saved");

  return { state, save, onChange, goOn, base: () => saved.current.text };
}

/** `sentence` is null where nothing answered. */
async function send(
  address: string,
  text: string,
  basis: string | null,
): Promise<SavedText | { sentence: string | null }> {
  const body = new FormData();
  body.set("text", text);
  body.set("basis", basis ?? "");
  try {
    const response = await fetch(address, { method: "POST", body });
    const answer = (await response.json()) as SavedText | JsonRefusal;
    return "reference" in answer ? { sentence: answer.sentence } : answer;
  } catch {
    return { sentence: null };
  }
}

function useWarningBeforeLeaving(isNeeded: boolean) {
  useEffect(() => {
    if (!isNeeded) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isNeeded]);
}
