/**
 * Languages of the site, by BCP 47 tag, each named in itself. One with `derivedFrom` is never written: it is
 * transliterated. One with `basedOn` is written only where it differs from that language.
 */
export const languages = [
  { tag: "en", name: "English", derivedFrom: null, basedOn: null },
  { tag: "sq", name: "Shqip", derivedFrom: null, basedOn: null },
  { tag: "mk", name: "Македонски", derivedFrom: null, basedOn: null },
  { tag: "sr-Cyrl", name: "Српски (ћирилица)", derivedFrom: null, basedOn: null },
  { tag: "sr-Latn", name: "Srpski (latinica)", derivedFrom: "sr-Cyrl", basedOn: null },
  { tag: "bs", name: "Bosanski", derivedFrom: null, basedOn: null },
  { tag: "cnr", name: "Crnogorski", derivedFrom: null, basedOn: "bs" },
] as const;

export type Language = (typeof languages)[number]["tag"];

/** A language that people write texts in. */
export type WrittenLanguage = Extract<(typeof languages)[number], { derivedFrom: null }>["tag"];

export const defaultLanguage = "en" satisfies Language;

export const writtenLanguages: readonly WrittenLanguage[] = languages.flatMap((language) =>
  language.derivedFrom === null ? [language.tag] : [],
);

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language.tag === value);
}

/** Whether texts of this language are made from those of another. */
export function isDerivedLanguage(tag: string): boolean {
  return isLanguage(tag) && !writtenLanguages.some((written) => written === tag);
}

/** The language that texts in this one are transliterated from; null where they are written. */
export function sourceOf(tag: string): WrittenLanguage | null {
  return languages.find((language) => language.tag === tag)?.derivedFrom ?? null;
}

/** The languages whose texts are made from this one, in another script. */
export function derivedFrom(tag: string): Language[] {
  return languages.filter((language) => language.derivedFrom === tag).map((language) => language.tag);
}

/** The language that stands in, unnoticed, for what this one does not say otherwise. */
export function baseOf(tag: string): WrittenLanguage | null {
  return languages.find((language) => language.tag === tag)?.basedOn ?? null;
}

/** The languages in which a reader of this one is shown a text, best first. */
export function readingOrder(language: Language): Language[] {
  const base = baseOf(language);
  return [...new Set<Language>([language, ...(base ? [base] : []), defaultLanguage])];
}

/** A language's name in itself; of an unknown one, its tag. */
export function languageName(tag: string): string {
  return languages.find((language) => language.tag === tag)?.name ?? tag;
}

/**
 * What browsers ask for, by the beginning of the tag, and what they get; the first that fits counts. Serbian without a
 * script means Cyrillic, as in law, in Montenegro Montenegrin. Croatian and Serbo-Croatian are understood in Bosnian.
 */
const asked: [beginning: string, Language][] = [
  ["en", "en"],
  ["sq", "sq"],
  ["mk", "mk"],
  ["bs-cyrl", "sr-Cyrl"],
  ["bs", "bs"],
  ["hr", "bs"],
  ["sh", "bs"],
  ["cnr", "cnr"],
  ["sr-me", "cnr"],
  ["sr-latn-me", "cnr"],
  ["sr-latn", "sr-Latn"],
  ["sr", "sr-Cyrl"],
];

/** The best of our languages for an Accept-Language header. */
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
    const found = asked.find(([beginning]) => tag === beginning || tag.startsWith(`${beginning}-`));
    if (found) return found[1];
  }
  return defaultLanguage;
}
