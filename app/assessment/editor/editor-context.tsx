import { createContext, type ReactNode, useContext } from "react";

import type { FormErrors } from "#app/platform/form-fields.ts";
import { useT } from "#app/platform/i18n.tsx";
import { Checkbox } from "#app/ui/choices.tsx";
import { type Option, SelectField } from "#app/ui/select-field.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";

import type { FormFields } from "./form-fields.ts";

type Editor = {
  fields: FormFields;
  errors: FormErrors | null;
  /** That the texts are written in. */
  language: string;
  /** Where the files of the form can be looked at, by name. */
  mediaUrls: Record<string, string>;
};

const EditorContext = createContext<Editor>({ fields: {}, errors: null, language: "en", mediaUrls: {} });

/** The form that the controls below show: what was typed, and what is wrong with it. */
export function EditorForm({ editor, children }: { editor: Editor; children: ReactNode }) {
  return <EditorContext.Provider value={editor}>{children}</EditorContext.Provider>;
}

export function useEditor(): Editor {
  return useContext(EditorContext);
}

type BoxProps = { name: string; label: ReactNode; hint?: ReactNode; isOptional?: boolean };

/** A text of a question. Line breaks are kept, so even short ones have an area. */
export function Words({ rows = 2, ...box }: BoxProps & { rows?: number }) {
  const { fields, errors, language } = useEditor();
  return (
    <TextArea
      {...box}
      rows={rows}
      lang={language}
      defaultValue={fields[box.name]}
      error={errors?.[box.name]}
    />
  );
}

export function Line({
  inputMode,
  list,
  ...box
}: BoxProps & {
  inputMode?: "decimal" | "numeric" | "url";
  /** Id of a list of suggestions. */
  list?: string;
}) {
  const { fields, errors } = useEditor();
  return (
    <TextField
      {...box}
      inputMode={inputMode}
      list={list}
      autoComplete="off"
      spellCheck={false}
      defaultValue={fields[box.name]}
      error={errors?.[box.name]}
    />
  );
}

export function Select({ options, ...box }: BoxProps & { options: Option[] }) {
  const { fields, errors } = useEditor();
  return (
    <SelectField {...box} options={options} defaultValue={fields[box.name]} error={errors?.[box.name]} />
  );
}

export function Tick({ name, label, hint }: Omit<BoxProps, "isOptional">) {
  const { fields, errors } = useEditor();
  return (
    <Checkbox
      name={name}
      label={label}
      hint={hint}
      defaultChecked={fields[name] === "yes"}
      error={errors?.[name]}
    />
  );
}

/** Marks one part of a list as the right one, or one of several. */
export function RightMark({ name, value, isOne }: { name: string; value: string; isOne: boolean }) {
  const t = useT();
  const { fields } = useEditor();
  return (
    <label className="flex min-h-11 items-center gap-3">
      <input
        type={isOne ? "radio" : "checkbox"}
        name={name}
        value={value}
        defaultChecked={fields[name] === value}
        className="choice"
      />
      {t("bank.right")}
    </label>
  );
}
