import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";

import { useT } from "#app/platform/i18n.tsx";

import type { AnswerOrder } from "../answer-order.ts";
import { type AnswerSaver, type SaveState, startAnswerSaver } from "./answer-saver.ts";

/** Of this document, as long as it lives; `changes` counts on whichever question it shows. */
const pageId = Math.random().toString(36).slice(2);
let changes = 0;

/**
 * Saves a form in the background a moment after its last change. Without JavaScript the form's own button does.
 * `onChange` belongs on the form, `order` inside it; `status` says how it stands, in words.
 */
export function useAutosave(address: string) {
  const [state, setState] = useState<SaveState>({ kind: "unchanged" });
  const [change, setChange] = useState(0);
  const saver = useRef<AnswerSaver | null>(null);
  useEffect(() => {
    const started = startAnswerSaver(address, setState);
    saver.current = started;
    return () => started.leave();
  }, [address]);

  const isUnsaved = state.kind === "waiting" || state.kind === "signed-out";
  useEffect(() => {
    if (!isUnsaved) return;
    const warn = (event: BeforeUnloadEvent) => {
      // "Exit this page" is never held up.
      if (!document.documentElement.classList.contains("away")) event.preventDefault();
    };
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [isUnsaved]);

  function onChange(event: FormEvent<HTMLFormElement>) {
    changes += 1;
    setChange(changes);
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(event.currentTarget)) fields.append(name, String(value));
    const order: AnswerOrder = { page: pageId, change: changes };
    for (const [name, value] of Object.entries(order)) fields.set(name, String(value));
    saver.current?.change(fields);
  }

  const order = change > 0 && <OrderFields page={pageId} change={change} />;
  return { onChange, order, status: <SaveStatus state={state} /> };
}

function OrderFields({ page, change }: AnswerOrder) {
  return (
    <>
      <input type="hidden" name="page" value={page} />
      <input type="hidden" name="change" value={change} />
    </>
  );
}

function SaveStatus({ state }: { state: SaveState }) {
  return (
    <p role="status" className="min-h-6 text-slate">
      <SaveWords state={state} />
    </p>
  );
}

function SaveWords({ state }: { state: SaveState }): ReactNode {
  const t = useT();
  switch (state.kind) {
    case "saving":
      return t("quiz.saving");
    case "saved":
      return t("quiz.savedNote");
    case "waiting":
      return <span className="text-accent">{t("quiz.saveWaiting")}</span>;
    case "signed-out":
      return (
        <span className="text-accent">
          {t("quiz.saveSignedOut")}{" "}
          <a href="/sign-in" target="_blank" rel="noopener">
            {t("quiz.saveSignIn")}
          </a>
        </span>
      );
    case "refused":
      return <span className="text-brick">{state.sentence}</span>;
    default:
      return null;
  }
}
