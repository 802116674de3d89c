import type { InputHTMLAttributes } from "react";

import { describedBy, Field, type FieldProps } from "./field.tsx";

export function TextField({
  name,
  label,
  hint,
  error,
  type = "text",
  isOptional,
  ...input
}: FieldProps & { isOptional?: boolean } & Pick<
    InputHTMLAttributes<HTMLInputElement>,
    "type" | "autoComplete" | "defaultValue" | "inputMode" | "maxLength" | "spellCheck" | "list" | "lang"
  >) {
  return (
    <Field name={name} label={label} hint={hint} error={error} isOptional={isOptional}>
      <input
        id={name}
        name={name}
        type={type}
        className="control"
        aria-describedby={describedBy(name, hint, error)}
        aria-invalid={error ? true : undefined}
        {...input}
      />
    </Field>
  );
}
