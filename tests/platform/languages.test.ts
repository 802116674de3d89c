import { expect, test } from "vitest";

import { i18nFor } from "#app/platform/messages.server.ts";
import { type Language, preferredLanguage } from "#app/platform/languages.ts";
import { compareIn } from "#app/platform/locale.ts";

test.each([
  [null, "en"],
  ["de-AT,de;q=0.9", "en"],
  ["sq-XK,sq;q=0.9,en;q=0.5", "sq"],
  ["mk", "mk"],
  ["bs-BA", "bs"],
  ["hr-HR,en;q=0.8", "bs"],
  ["sh", "bs"],
  ["cnr", "cnr"],
  ["sr-ME,sr;q=0.9", "cnr"],
  ["sr-Latn-ME", "cnr"],
  ["sr-Latn-RS", "sr-Latn"],
  ["sr", "sr-Cyrl"],
  ["sr-RS", "sr-Cyrl"],
  ["srn,sqx,mk;q=0.1", "mk"],
  ["en;q=0.2,sq;q=0.7", "sq"],
  ["sq;q=0,en", "en"],
])("a browser that asks for %s gets %s", (header, language) => {
  expect(preferredLanguage(header)).toBe(language);
});

const november = "2026-11-17T13:05:00Z";

test.each([
  ["en", "17 November 2026", "17 Nov 2026, 14:05", "12,345.7", "53%"],
  ["sq", "17 nëntor 2026", "17.11.2026, 14:05", "12 345,7", "53%"],
  ["mk", "17 ноември 2026 г.", "17.11.2026, 14:05", "12.345,7", "53 %"],
  ["sr-Cyrl", "17. новембар 2026.", "17. 11. 2026. 14:05", "12.345,7", "53%"],
  ["sr-Latn", "17. novembar 2026.", "17. 11. 2026. 14:05", "12.345,7", "53%"],
  ["bs", "17. novembar 2026.", "17. 11. 2026. 14:05", "12.345,7", "53%"],
  ["cnr", "17. novembar 2026.", "17. 11. 2026. 14:05", "12.345,7", "53%"],
] as const)("dates and numbers are written as in %s", (language, date, time, number, percent) => {
  const i18n = i18nFor(language);
  const plain = (text: string) => text.replace(/[\u00A0\u202F]/g, " ");
  expect(plain(i18n.formatDate(november))).toBe(date);
  expect(plain(i18n.formatDateTime(november))).toBe(time);
  expect(plain(i18n.formatNumber(12345.67))).toBe(number);
  expect(plain(i18n.formatPercent(0.53))).toBe(percent);
});

test("every month of Albanian and Macedonian is that of the locale data", () => {
  for (const language of ["sq", "mk"] as const) {
    for (let month = 1; month <= 12; month += 1) {
      const date = new Date(Date.UTC(2026, month - 1, 9, 12));
      expect(i18nFor(language).formatDate(date)).toBe(
        new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(date),
      );
    }
  }
});

test.each([
  ["sq", ["Driton", "Dhurata", "Elira", "Çlirim"], ["Çlirim", "Driton", "Dhurata", "Elira"]],
  ["mk", ["Ѓорѓи", "Ена", "Гоце", "Дана"], ["Гоце", "Дана", "Ѓорѓи", "Ена"]],
  ["cnr", ["Šana", "Sara", "Tea"], ["Sara", "Šana", "Tea"]],
] as [Language, string[], string[]][])("names in %s follow its alphabet", (language, names, sorted) => {
  expect(names.sort(compareIn(language))).toEqual(sorted);
});
