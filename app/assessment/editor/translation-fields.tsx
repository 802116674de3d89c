import type { Question, QuestionText } from "#app/library/question-format.ts";
import { useT } from "#app/platform/i18n.tsx";
import { TextArea } from "#app/ui/text-area.tsx";

import { useEditor } from "./editor-context.tsx";
import { textFields } from "./text-form.ts";
import { textParts } from "./text-parts.ts";

/** Every text of a question in a further language, beside what it says in the language it was written in. */
export function TranslationFields({
  question,
  original,
  originalLanguage,
}: {
  question: Question;
  original: QuestionText;
  originalLanguage: string;
}) {
  const t = useT();
  const { fields, errors, language } = useEditor();
  const written = textFields(original);
  const parts = textParts(question).filter(({ name }) => (written[name] ?? "") !== "" || fields[name]);
  return (
    <div className="grid gap-8">
      {parts.map(({ name, label, values }) => (
        <div key={name} className="grid gap-3 md:grid-cols-2">
          <div className="rounded-box border border-line bg-tint p-3">
            <p className="font-semibold">{t(label, values)}</p>
            <p lang={originalLanguage} className="wrap-anywhere whitespace-pre-line">
              {written[name] || "–"}
            </p>
          </div>
          <div>
            <TextArea
              lang={language}
              name={name}
              label={t(label, values)}
              rows={Math.min(8, 2 + Math.floor((written[name] ?? "").length / 60))}
              defaultValue={fields[name]}
              error={errors?.[name]}
            />
          </div>
        </div>
      ))}
    </div>
  );
}
