import { type FormEvent, useState } from "react";

import { useT } from "#app/platform/i18n.tsx";
import { CheckboxGroup } from "#app/ui/choices.tsx";
import { Field } from "#app/ui/field.tsx";

import type { Choice } from "../../editor/lesson-choices.ts";
import { EditorDialog } from "./editor-dialog.tsx";

/** Asks for the facts that a place of the text rests on. */
export function CiteDialog({
  facts,
  given,
  onDone,
  onClose,
}: {
  facts: Choice[];
  given: string[];
  onDone: (facts: string) => void;
  onClose: () => void;
}) {
  const t = useT();
  const [sought, setSought] = useState("");
  const [chosen, setChosen] = useState(given);
  const noteChoice = ({ target }: FormEvent) => {
    if (!(target instanceof HTMLInputElement) || target.type !== "checkbox") return;
    const { value, checked } = target;
    setChosen((before) => [...before.filter((one) => one !== value), ...(checked ? [value] : [])]);
  };
  // What is chosen stays in sight, and in the form.
  const shown = facts.filter(
    ({ id, title }) =>
      chosen.includes(id) || `${id} ${title}`.toLowerCase().includes(sought.trimStart().toLowerCase()),
  );
  return (
    <EditorDialog
      title={t("editor.cite")}
      onSubmit={(_fields, form) => onDone(form.getAll("facts[]").join(" "))}
      onClose={onClose}
    >
      <Field name="sought" label={t("editor.citeSought")}>
        <input
          id="sought"
          className="control"
          spellCheck={false}
          value={sought}
          onChange={(event) => setSought(event.target.value)}
        />
      </Field>
      <div className="max-h-96 overflow-y-auto" onChange={noteChoice}>
        <CheckboxGroup
          name="facts"
          legend={t("editor.citeLegend")}
          hint={t("editor.citeHint")}
          options={shown.map(({ id, title }) => ({ value: id, label: id, hint: title }))}
          defaultValue={chosen}
        />
      </div>
    </EditorDialog>
  );
}
