/**
 * PostgreSQL's text takes no NUL and UTF-8 no half of a surrogate pair, but packages may store both and must get back
 * what they gave: such a sign is written as U+FFFE (never a character) with its four hex digits.
 */
const mark = "\uFFFE";
const unstorable = /[\u0000\uFFFE]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const written = /\uFFFE([0-9a-f]{4})/g;

export function storableText(text: string): string {
  return text.replace(unstorable, (sign) => mark + sign.charCodeAt(0).toString(16).padStart(4, "0"));
}

/** The opposite of `storableText`. */
export function restoredText(text: string): string {
  return text.replace(written, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** `storableText` for every name and text of a JSON value. */
export function storableJson(value: unknown): unknown {
  if (typeof value === "string") return storableText(value);
  if (Array.isArray(value)) return value.map(storableJson);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([name, member]) => [storableText(name), storableJson(member)]),
  );
}
