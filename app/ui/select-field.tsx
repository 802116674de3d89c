import { describedBy, Field, type FieldProps } from "./field.tsx";

export type Option = { value: string; label: string; hint?: string };

export function SelectField({
  name,
  label,
  hint,
  error,
  isOptional,
  options,
  defaultValue,
}: FieldProps & { isOptional?: boolean; options: Option[]; defaultValue?: string }) {
  return (
    <Field name={name} label={label} hint={hint} error={error} isOptional={isOptional}>
      <select
        id={name}
        name={name}
        defaultValue={defaultValue}
        className="control"
        aria-describedby={describedBy(name, hint, error)}
        aria-invalid={error ? true : undefined}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
