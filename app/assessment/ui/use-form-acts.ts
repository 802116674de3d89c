import { useNavigation } from "@remix-run/react";
import { type FormEvent, useState } from "react";

import type { ShownForm } from "../bank-editor.server.ts";
import { formActOf, withAct } from "../editor/form-acts.ts";
import type { FormFields } from "../editor/form-fields.ts";

/**
 * Adds, removes and moves parts on the page itself, as the server does without JavaScript: nobody waits, and what is
 * typed meanwhile is not overwritten by an answer. A form in which a file was chosen is sent, because only the server
 * can keep that; so is one pressed while another answer is awaited, which then no longer comes. `shown` is a new form
 * with each `round`.
 */
export function useFormActs(sent: ShownForm) {
  const isIdle = useNavigation().state === "idle";
  const [{ shown, round }, show] = useState({ shown: sent, round: 0 });
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    const { submitter } = event.nativeEvent as SubmitEvent;
    const act = submitter instanceof HTMLButtonElement ? formActOf(submitter.value) : null;
    const entries = [...new FormData(event.currentTarget)];
    if (!act || !isIdle || entries.some(([, value]) => value instanceof File && value.name !== "")) return;
    event.preventDefault();
    const typed: FormFields = Object.fromEntries(
      entries.flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
    );
    const changed = { ...shown, errors: null, overtaken: null, ...withAct(typed, act) };
    show({ shown: changed, round: round + 1 });
  };
  return { shown, round, onSubmit };
}
