/** Languages of the interface, by BCP 47 tag. `source` is what the text is written in; a derived one is transliterated. */
export const languages = [
  { tag: "en", name: "English", derivedFrom: null },
  { tag: "sr-Cyrl", name: "Српски (ћирилица)", derivedFrom: null },
  { tag: "sr-Latn", name: "Srpski (latinica)", derivedFrom: "sr-Cyrl" },
] as const;

export type Language = (typeof languages)[number]["tag"];

export const defaultLanguage: Language = "en";

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language.tag === value);
}

/** Whether texts of this language are made from those of another. */
export function isDerivedLanguage(tag: string): boolean {
  return languages.some((language) => language.tag === tag && language.derivedFrom !== null);
}

/** The best of our languages for an Accept-Language header; Serbian without a script means Cyrillic, as in law. */
export function preferredLanguage(acceptLanguage: string | null): Language {
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", q] = part.trim().split(";q=");
      return { tag: tag.toLowerCase(), weight: q === undefined ? 1 : Number(q) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { tag } of wanted) {
    if (tag.startsWith("sr-latn")) return "sr-Latn";
    if (tag.startsWith("sr")) return "sr-Cyrl";
    if (tag.startsWith("en")) return "en";
  }
  return defaultLanguage;
}
