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
}: FieldProps & { isOptional?: boolean; rows?: number; maxLength?: number; defaultValue?: string }) {
  return (
    <Field name={name} label={label} hint={hint} error={error} isOptional={isOptional}>
      <textarea
        id={name}
        name={name}
        rows={rows}
        maxLength={maxLength}
        defaultValue={defaultValue}
        className="control"
        aria-describedby={describedBy(name, hint, error)}
        aria-invalid={error ? true : undefined}
      />
    </Field>
  );
}
