import { mainLanguageOf } from "#app/assessment/completeness.ts";
import { type MessageKey, useT } from "#app/platform/i18n.tsx";
import { languageName, writtenLanguages } from "#app/platform/languages.ts";
import { Button } from "#app/ui/button.tsx";
import { FileField } from "#app/ui/file-field.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";

type Typed = { pasted?: string; category?: string; language?: string };

/** A file of questions, or a pasted table. */
export function ImportFields({ typed, error }: { typed: Typed; error: MessageKey | undefined }) {
  const t = useT();
  return (
    <>
      <FileField
        name="file"
        label={t("exchange.file")}
        hint={t("exchange.fileHint")}
        accept=".xml,.zip,.imscc,.gift,.txt,.csv,.tsv,.json"
        error={error}
      />
      <TextArea
        name="pasted"
        label={t("exchange.pasted")}
        hint={t("exchange.pastedHint")}
        rows={6}
        defaultValue={typed.pasted}
        isOptional
      />
      <SelectField
        name="language"
        label={t("exchange.language")}
        hint={t("exchange.languageHint")}
        options={writtenLanguages.map((tag) => ({ value: tag, label: languageName(tag) }))}
        defaultValue={typed.language && mainLanguageOf(typed.language)}
      />
      <TextField
        name="category"
        label={t("exchange.category")}
        hint={t("exchange.categoryHint")}
        defaultValue={typed.category}
        isOptional
      />
      <Button>{t("exchange.look")}</Button>
    </>
  );
}
