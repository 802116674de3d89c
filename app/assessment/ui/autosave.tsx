import { useNavigate, useSubmit } from "@remix-run/react";
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";

import type { QuestionType } from "#app/library/question-format.ts";
import { fieldsOf } from "#app/platform/form-fields.ts";
import { useT } from "#app/platform/i18n.tsx";

import type { AnswerMark } from "../answering/answer-mark.ts";
import type { SaveState } from "../answering/answer-queue.ts";
import type { AnsweringPart } from "../answering/answering-part.ts";
import type { AnswerFields } from "../response.ts";
import { attemptQueue } from "./attempt-queue.ts";
import { useElsewhere } from "./elsewhere.ts";
import { formFields, isChanged } from "./form-changes.ts";
import { type OtherNote, OtherAnswerNote } from "./other-answer-note.tsx";

export type AnswerToSave = {
  type: QuestionType;
  answering: AnsweringPart;
  /** Of the attempt. */
  address: string;
  position: number;
  /** Version of the answer that the page shows. */
  revision: number;
  /** Where to go on once the form's own button was pressed and the answer is saved. */
  next: string;
  /** Before the names of its fields, where its form is one for several questions. */
  prefix?: string;
};

/**
 * Saves the answer of a form as it is given, also long after the connection is back, and keeps it in the browser until
 * then. Without JavaScript the form's own button does. `form` belongs on the form, or `part` on what holds one of its
 * questions, `inside` inside it, `fields` are to
 * be shown in place of what the server has (they come with a `key` for the fields); `status` and `note` say in words how
 * it stands.
 */
export function useAnswer({ type, answering, address, position, revision, next, prefix = "" }: AnswerToSave) {
  const place = useRef<HTMLFormElement & HTMLDivElement>(null);
  const [state, setState] = useState<SaveState>({ kind: "unchanged" });
  const [mark, setMark] = useState<AnswerMark | null>(null);
  const [shown, setShown] = useState<{ key: number; fields: AnswerFields | null }>({ key: 0, fields: null });
  const [note, setNote] = useState<OtherNote | null>(null);
  const [isGoingOn, setGoingOn] = useState(false);
  const known = useRef(revision);
  const navigate = useNavigate();
  const submit = useSubmit();
  const { attemptId } = answering;
  const queue = () => attemptQueue(answering, address);
  const form = () => place.current?.closest("form") ?? null;

  function giveForm() {
    const whole = form();
    if (whole) give(formFields(whole, prefix));
  }

  function give(fields: URLSearchParams) {
    setNote(null);
    setMark(queue().give(position, fields, known.current));
  }

  useEffect(() => {
    const opened = queue();
    const unwatch = opened.watch(position, setState);
    const mounted = place.current;
    let isGone = false;
    // What was chosen before this script was there has told nobody.
    if (mounted && isChanged(mounted)) giveForm();
    void opened.restored.then(() => {
      const left = isGone || (mounted && isChanged(mounted)) ? null : opened.pending(position, revision);
      if (left) setShown(({ key }) => ({ key: key + 1, fields: fieldsOf(left) }));
    });
    return () => {
      isGone = true;
      unwatch();
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- one question for as long as it is shown
  }, [attemptId, position]);

  useEffect(() => {
    if (state.kind !== "received" || state.receipt.outcome === "unfinished") return;
    const { receipt } = state;
    known.current = Math.max(known.current, receipt.revision);
    if (receipt.other) {
      const kind = receipt.outcome === "older" ? "counts" : "replaced";
      setNote({ kind, at: receipt.other.at, own: receipt.own, other: receipt.other });
    }
  }, [state]);

  useEffect(() => {
    if (!isGoingOn || state.kind === "saving") return;
    if (state.kind === "waiting" || state.kind === "signed-out") return;
    setGoingOn(false);
    if (state.kind !== "received") return;
    // The page that the server answers with says what is missing.
    if (state.receipt.outcome === "unfinished") submit(form());
    else if (!state.receipt.other) navigate(next);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- when the answer's state changes
  }, [isGoingOn, state]);

  useElsewhere({ answering, address, position, known }, (at) => setNote({ kind: "now", at }));

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    if (!mark || state.kind === "unchanged" || state.kind === "refused") return;
    event.preventDefault();
    setGoingOn(true);
    void queue().flush();
  }

  function take(fields: AnswerFields | null) {
    if (fields) {
      const params = new URLSearchParams();
      for (const [name, value] of Object.entries(fields)) {
        if (Array.isArray(value)) for (const one of value) params.append(`${name}[]`, one);
        else params.append(name, value);
      }
      setShown(({ key }) => ({ key: key + 1, fields }));
      give(params);
    } else {
      giveForm();
    }
  }

  return {
    form: {
      ref: place,
      onChange: giveForm,
      onSubmit,
      "data-autosave": `${address}/questions/${position}/answer`,
    },
    part: { ref: place, onChange: giveForm, "data-part": prefix },
    fields: shown.fields,
    key: shown.key,
    inside: <MarkFields mark={mark} revision={known.current} prefix={prefix} />,
    note: note && <OtherAnswerNote type={type} note={note} onTake={take} />,
    status: <SaveStatus state={state} isGoingOn={isGoingOn} />,
  };
}

/** In the form itself, so that "Exit this page" and the form's own button send them too. */
function MarkFields({
  mark,
  revision,
  prefix,
}: {
  mark: AnswerMark | null;
  revision: number;
  prefix: string;
}) {
  return Object.entries(mark ?? { revision }).map(([name, value]) => (
    <input key={name} type="hidden" name={prefix + name} value={value} />
  ));
}

function SaveStatus({ state, isGoingOn }: { state: SaveState; isGoingOn: boolean }) {
  const t = useT();
  return (
    <p role="status" className="min-h-6 text-slate">
      <SaveWords state={state} /> {isGoingOn && state.kind === "waiting" && t("attempt.waitingToGoOn")}
    </p>
  );
}

function SaveWords({ state }: { state: SaveState }): ReactNode {
  const t = useT();
  switch (state.kind) {
    case "saving":
      return t("attempt.saving");
    case "received":
      return state.receipt.outcome === "saved" ? t("attempt.saved") : null;
    case "waiting":
      return (
        <span className="text-accent">{t(state.isKept ? "attempt.waiting" : "attempt.waitingUnkept")}</span>
      );
    case "signed-out":
      return (
        <span className="text-accent">
          {t("attempt.signedOut")}{" "}
          <a href="/sign-in" target="_blank" rel="noopener">
            {t("attempt.signIn")}
          </a>
        </span>
      );
    case "refused":
      return <span className="text-brick">{state.sentence}</span>;
    default:
      return null;
  }
}
