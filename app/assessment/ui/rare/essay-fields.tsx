import { type FormEvent, useState } from "react";

import { useI18n } from "#app/platform/i18n.tsx";
import { TextArea } from "#app/ui/text-area.tsx";

import type { KindProps } from "./kind-props.ts";
import { RubricNote } from "./rubric-note.tsx";

export function EssayFields({ q, rare, given, errors }: KindProps<"essay">) {
  const { t, formatNumber } = useI18n();
  const written = typeof given.answer === "string" ? given.answer : "";
  const [length, setLength] = useState(written.length);
  const left = Math.max(0, rare.maxCharacters - length);
  const count = (event: FormEvent) => setLength((event.target as HTMLTextAreaElement).value.length);
  return (
    <div className="stack">
      <div onInput={count}>
        <TextArea
          name="answer"
          label={<span className="text-lg leading-snug">{q}</span>}
          hint={t("questions.essayHint", { count: formatNumber(rare.maxCharacters) })}
          rows={10}
          maxLength={rare.maxCharacters}
          defaultValue={written}
          error={errors.answer}
        />
        <p className="text-sm text-slate">{t("questions.charactersLeft", { count: formatNumber(left) })}</p>
      </div>
      <RubricNote rubric={rare.rubric} />
    </div>
  );
}
