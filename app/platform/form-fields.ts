import type { z } from "zod";

import type { MessageKey } from "./i18n.tsx";

export type Fields = Record<string, string | string[]>;

/** Messages at fields: field name → key of a translated sentence. */
export type FormErrors = Record<string, MessageKey>;

/** A form as an object; a name that occurs more than once, or ends in "[]", becomes a list (without the "[]"). */
export function fieldsOf(form: FormData | URLSearchParams): Fields {
  const fields: Fields = {};
  for (const name of new Set(form.keys())) {
    const values = (form.getAll(name) as unknown[]).filter((value) => typeof value === "string");
    if (name.endsWith("[]")) fields[name.slice(0, -2)] = values;
    else fields[name] = values.length > 1 ? values : (values[0] ?? "");
  }
  return fields;
}

/**
 * Checks the fields of a form. Either `values` or `errors`; `typed` is what the person wrote, to show it again (passwords
 * left out).
 */
export function parseFields<Schema extends z.ZodType>(fields: Fields, schema: Schema) {
  const parsed = schema.safeParse(fields);
  const typed = Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => typeof value === "string" && !/password/i.test(name)),
  ) as Record<string, string>;
  if (parsed.success) return { values: parsed.data as z.infer<Schema>, errors: null, typed };
  const errors: FormErrors = {};
  for (const issue of parsed.error.issues) {
    const field = issue.path.length > 0 ? issue.path.join(".") : "form";
    errors[field] ??= issue.message as MessageKey;
  }
  return { values: null, errors, typed };
}
