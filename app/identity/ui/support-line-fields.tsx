import type { FormErrors } from "#app/platform/form-fields.ts";
import { type MessageKey, useT } from "#app/platform/i18n.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";

import { jurisdictions } from "../background.ts";

const details: [string, MessageKey, MessageKey][] = [
  ["hours", "admin.linesHours", "admin.linesHoursHint"],
  ["languages", "admin.linesLanguages", "admin.linesLanguagesHint"],
  ["cost", "admin.linesCost", "admin.linesCostHint"],
  ["textOption", "admin.linesTextOption", "admin.linesTextOptionHint"],
];

/** What is said of a support line, the day of the last call last: it is what makes the line visible. */
export function SupportLineFields({
  values,
  errors,
}: {
  values: Record<string, string | null | undefined>;
  errors?: FormErrors | null;
}) {
  const t = useT();
  return (
    <>
      <SelectField
        name="jurisdiction"
        label={t("admin.linesJurisdiction")}
        options={[
          { value: "", label: t("common.choose") },
          ...jurisdictions.map((value) => ({
            value,
            label: t(`common.jurisdiction_${value}` as MessageKey),
          })),
        ]}
        defaultValue={values.jurisdiction ?? ""}
        error={errors?.jurisdiction}
      />
      <TextField
        name="name"
        label={t("admin.linesName")}
        defaultValue={values.name ?? ""}
        error={errors?.name}
      />
      <TextField
        name="contact"
        label={t("admin.linesContact")}
        hint={t("admin.linesContactHint")}
        defaultValue={values.contact ?? ""}
        error={errors?.contact}
      />
      {details.map(([name, label, hint]) => (
        <TextField
          key={name}
          name={name}
          label={t(label)}
          hint={t(hint)}
          isOptional
          defaultValue={values[name] ?? ""}
          error={errors?.[name]}
        />
      ))}
      <TextField
        name="lastDialledOn"
        type="date"
        label={t("admin.linesDialled")}
        hint={t("admin.linesDialledHint")}
        isOptional
        defaultValue={values.lastDialledOn ?? ""}
        error={errors?.lastDialledOn}
      />
      <p className="text-sm text-slate">{t("common.kosovoFootnote")}</p>
    </>
  );
}
