import type { Language } from "./languages.ts";

/** The locales by which Intl forms what is shown in a language. */
type Locale = { plurals: string; numbers: string; dates: string };

/**
 * Server and browser have to write the same, but Chromium leaves out Albanian and Macedonian, has Bosnian without its
 * months, and Montenegrin is nowhere. There a language stands in that writes numbers and short dates alike; plurals are
 * known everywhere. Source of what is alike: Unicode CLDR 45.
 */
const locales: Record<Language, Locale> = {
  en: { plurals: "en-GB", numbers: "en-GB", dates: "en-GB" },
  sq: { plurals: "sq", numbers: "uk", dates: "de" },
  mk: { plurals: "mk", numbers: "hr", dates: "de" },
  "sr-Cyrl": { plurals: "sr-Cyrl", numbers: "sr-Cyrl", dates: "sr-Cyrl" },
  "sr-Latn": { plurals: "sr-Latn", numbers: "sr-Latn", dates: "sr-Latn" },
  bs: { plurals: "bs", numbers: "sr-Latn-BA", dates: "sr-Latn-BA" },
  cnr: { plurals: "sr-Latn-ME", numbers: "sr-Latn-ME", dates: "sr-Latn-ME" },
};

/** Months and the end of a long date in the languages whose stand-in has other words. */
const monthWords: Partial<Record<Language, { months: string; end: string }>> = {
  sq: {
    months: "janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor",
    end: "",
  },
  mk: {
    months: "јануари февруари март април мај јуни јули август септември октомври ноември декември",
    end: " г.",
  },
};

export function localeOf(language: Language): Locale {
  return locales[language];
}

/** 17. новембар 2026. · 17 nëntor 2026 */
export function longDate(language: Language, date: Date, timeZone: string): string {
  const words = monthWords[language];
  if (!words) {
    return new Intl.DateTimeFormat(localeOf(language).dates, { dateStyle: "long", timeZone }).format(date);
  }
  const numbers = new Intl.DateTimeFormat("en-GB", { dateStyle: "short", timeZone }).format(date);
  const [day = 1, month = 1, year = 1] = numbers.split("/").map(Number);
  return `${day} ${words.months.split(" ")[month - 1]} ${year}${words.end}`;
}

/** 2026-11 → новембар 2026. · nëntor 2026; as exactly as it is written: a year, a month or a day. */
export function partialDate(language: Language, date: string): string {
  const [year = "", month, day] = date.split("-");
  if (!month) return year;
  if (day) return longDate(language, new Date(date), "UTC");
  const words = monthWords[language];
  if (words) return `${words.months.split(" ")[Number(month) - 1]} ${year}${words.end}`;
  const options = { year: "numeric", month: "long", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(localeOf(language).dates, options).format(new Date(date));
}

/** Day and month as numbers, with the time of day. */
export function shortDateTime(language: Language, date: Date, timeZone?: string): string {
  const options = { dateStyle: "medium", timeStyle: "short", timeZone } as const;
  return new Intl.DateTimeFormat(localeOf(language).dates, options).format(date);
}

/** Compares two texts by the alphabet of a language; for the server, whose data is complete. */
export function compareIn(language: Language): (a: string, b: string) => number {
  return new Intl.Collator(localeOf(language).plurals).compare;
}
