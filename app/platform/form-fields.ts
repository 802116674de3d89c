export type Fields = Record<string, string | string[]>;

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
