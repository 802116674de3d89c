import { type MessageKey, useT } from "#app/platform/i18n.tsx";
import { defaultLanguage, languageName } from "#app/platform/languages.ts";
import { TextField } from "#app/ui/text-field.tsx";

/** A title for each language that the course is written in. */
export function TitleFields({
  languages,
  typed,
  errors,
}: {
  languages: string[];
  typed?: Record<string, string>;
  errors?: Record<string, MessageKey>;
}) {
  const t = useT();
  return languages.map((tag) => (
    <TextField
      key={tag}
      name={`title_${tag}`}
      label={t("quizzes.titleIn", { language: languageName(tag) })}
      defaultValue={typed?.[`title_${tag}`]}
      isOptional={tag !== defaultLanguage}
      maxLength={200}
      error={errors?.[`title_${tag}`]}
    />
  ));
}
