import type { Language } from "./languages.ts";
import { localeOf, partialDate } from "./locale.ts";

/** A compiled ICU message: text, `[name]`, `[name, "plural" | "select", branches]`; "#" is the number of a plural. */
export type CompiledMessage = Part[];
type Part = string | [name: string, kind?: string, branches?: Record<string, string | Part[]>];

type Values = Record<string, string | number>;

/** Fills in a message. Small on purpose, because every page's script holds it: plural, select, plain values and days (2026-03-02). */
export function formatMessage(
  language: Language,
  message: CompiledMessage,
  values: Values,
  hash?: string,
): string {
  return message
    .map((part) => {
      if (typeof part === "string") return part === "#" && hash !== undefined ? hash : part;
      const [name, kind, branches] = part;
      const value = values[name];
      if (!branches) return value === undefined ? "" : shown(language, value, kind);
      const isPlural = kind === "plural";
      const choice = isPlural
        ? new Intl.PluralRules(localeOf(language).plurals).select(Number(value))
        : String(value);
      const branch = branches[String(value)] ?? branches[choice] ?? branches.other ?? "";
      const parts = typeof branch === "string" ? [branch] : branch;
      return formatMessage(
        language,
        parts,
        values,
        isPlural ? shown(language, Number(value), "number") : hash,
      );
    })
    .join("");
}

function shown(language: Language, value: string | number, kind: string | undefined) {
  if (kind === "date") return partialDate(language, String(value));
  return kind === "number"
    ? new Intl.NumberFormat(localeOf(language).numbers).format(Number(value))
    : String(value);
}
