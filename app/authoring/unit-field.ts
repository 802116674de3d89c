import type { Fields } from "#app/platform/form-fields.ts";

/** The name of a unit's field. */
export function fieldOf(id: string): string {
  return `unit.${id}`;
}

/** The texts of a form, by the ids of their units. */
export function textsOf(fields: Fields): Map<string, string> {
  const begin = fieldOf("");
  return new Map(
    Object.entries(fields).flatMap(([name, value]) =>
      name.startsWith(begin) && typeof value === "string" ? [[name.slice(begin.length), value]] : [],
    ),
  );
}
