import type { FieldProps } from "./field.tsx";
import { TextField } from "./text-field.tsx";

/** What was typed is never sent back, so there is no default value. */
export function PasswordField(props: FieldProps & { autoComplete: "current-password" | "new-password" }) {
  return <TextField {...props} type="password" spellCheck={false} />;
}
