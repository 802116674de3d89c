import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";

import { type Source, SourcesList } from "#app/library/ui/sources-list.tsx";
import { I18nProvider } from "#app/platform/i18n.tsx";
import type { Language } from "#app/platform/languages.ts";
import { i18nFor } from "#app/platform/messages.server.ts";

const source: Source = {
  fact: "F1",
  status: "V-S",
  checked: "2026-11",
  recheckBy: "2026-12-02",
  documents: [{ publisher: "A publisher", title: "A document" }],
};

function noteOf(given: Source, language: Language) {
  const html = renderToStaticMarkup(
    <I18nProvider i18n={i18nFor(language)}>
      <SourcesList sources={[given]} />
    </I18nProvider>,
  );
  return /<p [^>]*>(.*)<\/p>/.exec(html)?.[1];
}

test.each([
  ["en", "Last checked: November 2026. To be checked again by 2 December 2026."],
  ["sr-Cyrl", "Последњи пут проверено: новембар 2026. Поново проверити најкасније: 2. децембар 2026."],
] as const)("learners see when a fact was checked and when it will be again (%s)", (language, words) => {
  expect(noteOf(source, language)).toMatch(new RegExp(`\\. ${words}$`));
});

test("a fact without dates shows only how far it was checked", () => {
  const { checked: _checked, recheckBy: _recheckBy, ...undated } = source;
  expect(noteOf(undated, "en")).toBe(i18nFor("en").t("learn.statusSecondary"));
});
