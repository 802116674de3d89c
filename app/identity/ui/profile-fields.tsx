import type { FormErrors } from "#app/platform/form-fields.ts";
import { type MessageKey, useI18n } from "#app/platform/i18n.tsx";
import { languages } from "#app/platform/languages.ts";
import { RadioGroup } from "#app/ui/choices.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";

import { genders, jurisdictions, sectors } from "../background.ts";

/** What people say about themselves, each with the reason why it is asked. */
export function ProfileFields({
  values,
  errors,
}: {
  values: Record<string, string | undefined>;
  errors?: FormErrors | null;
}) {
  const { t, language } = useI18n();
  const labelled = (kind: "jurisdiction" | "sector" | "gender", codes: readonly string[]) =>
    codes.map((value) => ({ value, label: t(`common.${kind}_${value.replaceAll("-", "_")}` as MessageKey) }));
  const pleaseChoose = { value: "", label: t("common.choose") };
  const notSaid = { value: "", label: t("account.preferNotToSay") };
  return (
    <>
      <TextField
        name="name"
        label={t("account.name")}
        hint={t("account.nameHint")}
        autoComplete="name"
        defaultValue={values.name}
        error={errors?.name}
      />
      <SelectField
        name="language"
        label={t("account.languageLabel")}
        hint={t("account.languageHint")}
        options={languages.map(({ tag, name }) => ({ value: tag, label: name }))}
        defaultValue={values.language ?? language}
        error={errors?.language}
      />
      <SelectField
        name="jurisdiction"
        label={t("account.jurisdiction")}
        hint={t("account.jurisdictionHint")}
        options={[pleaseChoose, ...labelled("jurisdiction", jurisdictions)]}
        defaultValue={values.jurisdiction}
        error={errors?.jurisdiction}
      />
      <SelectField
        name="sector"
        label={t("account.sector")}
        hint={t("account.sectorHint")}
        options={[pleaseChoose, ...labelled("sector", sectors)]}
        defaultValue={values.sector}
        error={errors?.sector}
      />
      <RadioGroup
        name="gender"
        legend={t("account.gender")}
        hint={t("account.genderHint")}
        options={[...labelled("gender", genders), notSaid]}
        defaultValue={values.gender ?? ""}
        error={errors?.gender}
      />
      <RadioGroup
        name="usesAssistiveTechnology"
        legend={t("account.assistive")}
        hint={t("account.assistiveHint")}
        options={[{ value: "yes", label: t("common.yes") }, { value: "no", label: t("common.no") }, notSaid]}
        defaultValue={values.usesAssistiveTechnology ?? ""}
        error={errors?.usesAssistiveTechnology}
      />
      <p className="text-sm text-slate">{t("common.kosovoFootnote")}</p>
    </>
  );
}
