import { useI18n } from "#app/platform/i18n.tsx";
import { describedBy, Field } from "#app/ui/field.tsx";

import type { KindProps } from "./kind-props.ts";
import { RubricNote } from "./rubric-note.tsx";

const endings: Record<KindProps<"file">["rare"]["accept"][number], string> = {
  pdf: ".pdf",
  image: ".png,.jpg,.jpeg,.webp",
  document: ".docx,.odt",
  text: ".txt",
};

/** A file to send; `given.fileName` is one that is there already. */
export function FileFields({ q, rare, given, errors }: KindProps<"file">) {
  const { t, formatNumber } = useI18n();
  const kinds = rare.accept.map((kind) => t(`questions.accept_${kind}`)).join(", ");
  const hint = t("questions.fileHint", { kinds, size: formatNumber(rare.maxMegabytes) });
  return (
    <div className="stack">
      <Field
        name="file"
        label={<span className="text-lg leading-snug">{q}</span>}
        hint={hint}
        error={errors.file}
      >
        <input
          id="file"
          name="file"
          type="file"
          accept={rare.accept.map((kind) => endings[kind]).join(",")}
          className="control"
          aria-describedby={describedBy("file", hint, errors.file)}
          aria-invalid={errors.file ? true : undefined}
        />
      </Field>
      {typeof given.fileName === "string" && <p>{t("questions.fileThere", { name: given.fileName })}</p>}
      <RubricNote rubric={rare.rubric} />
    </div>
  );
}
