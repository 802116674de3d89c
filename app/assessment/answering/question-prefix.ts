/** Before the names of a question's fields in a form with several questions. */
export function prefixOf(position: number): string {
  return `q${position}-`;
}

/** What of such a form, by field, belongs to one question; named as in a form of its own. */
export function partAt<Value>(position: number, fields: Record<string, Value>): Record<string, Value> {
  const prefix = prefixOf(position);
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [],
    ),
  );
}
