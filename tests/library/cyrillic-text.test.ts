import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";
import { parse } from "yaml";

import { inCyrillic } from "#app/library/cyrillic-text.ts";
import { latinWordsIn } from "#app/library/glossary.ts";
import { withoutHead } from "#app/library/lesson-head.server.ts";
import { withoutStatus } from "#app/library/translation-status.ts";
import { serbianLatinText } from "#app/platform/transliterate.ts";

const courses = join(import.meta.dirname, "../../courses");

/** Every Serbian text of a folder, a lesson as it is written. */
function textsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /(^|\/)sr-Cyrl\.(md|yaml)$/.test(path))
    .sort()
    .flatMap((path) => {
      const source = readFileSync(join(folder, path), "utf8");
      return path.endsWith(".md") ? [withoutHead(source).body] : leaves(withoutStatus(parse(source)));
    });
}

function leaves(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return value && typeof value === "object" ? Object.values(value).flatMap(leaves) : [];
}

function latinOf(course: string): string[] {
  const path = join(courses, course, "glossary.yaml");
  return existsSync(path) ? latinWordsIn(parse(readFileSync(path, "utf8"))) : [];
}

test.each([
  [
    "`kod` i [veza](https://example.org/put), pisma@example.rs",
    "`kod` и [веза](https://example.org/put), pisma@example.rs",
  ],
  ["::page[Nova strana]{#nova-strana}", "::page[Нова страна]{#nova-strana}"],
  [":::note\nPiši {{g1}} i {ime}. :cite[Fa]\n:::", ":::note\nПиши {{g1}} и {ime}. :cite[Fa]\n:::"],
  [
    '::figure[Slika]{src=media/slika.svg caption="Pismo u boji"}',
    '::figure[Слика]{src=media/slika.svg caption="Писмо у боји"}',
  ],
  ["```\nnpm test\n```\ntekst slika.png", "```\nnpm test\n```\nтекст slika.png"],
  ['---\nsource: "ab"\n---\n\nNaslov', '---\nsource: "ab"\n---\n\nНаслов'],
])("of Markdown only the words are turned into Cyrillic: %j", (latin, cyrillic) => {
  expect(inCyrillic(latin).text).toBe(cyrillic);
});

test("every Serbian text that is shipped comes back from Latin letters as it was", () => {
  let count = 0;
  for (const course of readdirSync(courses)) {
    if (course === "LICENSE") continue;
    const latin = latinOf(course);
    for (const text of textsIn(join(courses, course))) {
      expect(inCyrillic(serbianLatinText(text), latin).text).toBe(text);
      count += 1;
    }
  }
  expect(count).toBeGreaterThan(1000);
});
