import { isDerivedLanguage, type Language, languages } from "./languages.ts";
import { inSerbianLatin } from "./transliterate.ts";

/** What is written, with the languages that are not written but made anew of another one. */
export function withDerived<Value>(
  written: Iterable<readonly [Language, Value]>,
  derive: (value: Value) => Value = inSerbianLatin,
): Map<Language, Value> {
  const all = new Map([...written].filter(([language]) => !isDerivedLanguage(language)));
  for (const { tag, derivedFrom } of languages) {
    const source = derivedFrom === null ? undefined : all.get(derivedFrom);
    if (source !== undefined) all.set(tag, derive(source));
  }
  return all;
}
