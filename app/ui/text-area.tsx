import { describedBy, Field, type FieldProps } from "./field.tsx";

export function TextArea({
  name,
  label,
  hint,
  error,
  isOptional,
  rows = 5,
  maxLength,
  defaultValue,
  lang,
}: FieldProps & {
  isOptional?: boolean;
  rows?: number;
  maxLength?: number;
  defaultValue?: string;
  /** Of what is written, where it is not the page's. */
  lang?: string;
}) {
  return (
    <Field name={name} label={label} hint={hint} error={error} isOptional={isOptional}>
      <textarea
        id={name}
        name={name}
        rows={rows}
        maxLength={maxLength}
        defaultValue={defaultValue}
        lang={lang}
        className="control"
        aria-describedby={describedBy(name, hint, error)}
        aria-invalid={error ? true : undefined}
      />
    </Field>
  );
}
