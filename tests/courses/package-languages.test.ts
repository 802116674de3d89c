import { expect, test } from "vitest";

import { languages, preferredLanguage } from "#app/platform/languages.ts";

import "../../courses/simulation/languages.js";

type Rules = {
  languageFor(available: string[], tag: string): string | null;
  firstLanguage(available: string[], wishes: (string | undefined)[]): string;
};

const { languageFor, firstLanguage } = (globalThis as unknown as { simulationLanguages: Rules })
  .simulationLanguages;
const tags = languages.map(({ tag }) => tag);

test.each([
  ...tags,
  "en-GB",
  "sq-XK",
  "mk-MK",
  "sr",
  "sr-RS",
  "sr-ME",
  "sr-Latn-RS",
  "sr-Latn-ME",
  "bs-Latn-BA",
  "bs-Cyrl-BA",
  "hr-HR",
  "sh",
])("a package answers %s in the language in which the site does", (tag) => {
  expect(languageFor(tags, tag)).toBe(preferredLanguage(tag));
});

test("the platform's wish comes before the browser's, and English when nobody is understood", () => {
  expect(firstLanguage(tags, [undefined, "sq", "mk"])).toBe("sq");
  expect(firstLanguage(tags, [undefined, "", "de-DE", "mk-MK"])).toBe("mk");
  expect(firstLanguage(tags, ["English", "xx"])).toBe("en");
});
