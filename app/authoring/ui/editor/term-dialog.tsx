import { useState } from "react";

import { type MessageKey, useT } from "#app/platform/i18n.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";

import type { Choice } from "../../editor/lesson-choices.ts";
import { optionsOf } from "./choice-options.ts";
import { EditorDialog } from "./editor-dialog.tsx";

/** Asks which term of the course's glossary a word is, whose meaning readers can then open. */
export function TermDialog({
  given,
  terms,
  termsPage,
  needsText,
  lang,
  onDone,
  onClose,
}: {
  given: string;
  terms: Choice[];
  /** Where the course's terms are written. */
  termsPage: string;
  /** Whether nothing is chosen that could be the word. */
  needsText: boolean;
  lang: string;
  onDone: (id: string, text: string) => void;
  onClose: () => void;
}) {
  const t = useT();
  const [error, setError] = useState<MessageKey>();
  const refuse = (key: MessageKey) => {
    setError(key);
    document.getElementById("term")?.focus();
  };
  const submit = ({ term = "", text = "" }: Record<string, string>) => {
    if (term === "" && given === "") return refuse("editor.termNeeded");
    onDone(term, text || terms.find(({ id }) => id === term)?.title || term);
  };
  return (
    <EditorDialog title={t("editor.term")} onSubmit={submit} onClose={onClose}>
      <SelectField
        name="term"
        label={t("editor.termChoice")}
        hint={t(given ? "editor.termEmpty" : "editor.termHint")}
        options={optionsOf(terms, given)}
        defaultValue={given}
        error={error}
      />
      {needsText && <TextField name="text" label={t("editor.termText")} isOptional lang={lang} />}
      <p>
        <a href={termsPage} target="_blank" rel="noreferrer">
          {t("editor.termsPage")}
        </a>
      </p>
    </EditorDialog>
  );
}
