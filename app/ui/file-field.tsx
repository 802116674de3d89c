import { describedBy, Field, type FieldProps } from "./field.tsx";

/** One file of a form that is sent as a whole. `accept`: the endings that the browser offers. */
export function FileField({ name, label, hint, error, accept }: FieldProps & { accept: string }) {
  return (
    <Field name={name} label={label} hint={hint} error={error}>
      <input
        id={name}
        name={name}
        type="file"
        accept={accept}
        className="control"
        aria-describedby={describedBy(name, hint, error)}
        aria-invalid={error ? true : undefined}
      />
    </Field>
  );
}
