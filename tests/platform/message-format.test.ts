import { compileMessage } from "@lingui/message-utils/compileMessage";
import { expect, test } from "vitest";

import type { Language } from "#app/platform/languages.ts";
import { type CompiledMessage, formatMessage } from "#app/platform/message-format.ts";

function format(language: Language, text: string, values: Record<string, string | number>) {
  return formatMessage(language, compileMessage(text) as CompiledMessage, values);
}

const questions =
  "{count, plural, one {# питање} few {# питања} other {# питања, {note}}} на страни {page, number}";

test.each([
  [1, "1 питање на страни 2"],
  [3, "3 питања на страни 2"],
  [5, "5 питања, све на страни 2"],
  [21, "21 питање на страни 2"],
])("%i takes the plural form of the language", (count, text) => {
  expect(format("sr-Cyrl", questions, { count, note: "све", page: 2 })).toBe(text);
});

test("an exact case goes before the plural form", () => {
  expect(format("en", "{n, plural, =0 {none} one {one} other {many}}", { n: 0 })).toBe("none");
});

test("a select takes its branch, or other", () => {
  const text = "{kind, select, a {first} other {else}}: {what}";
  expect(format("en", text, { kind: "a", what: "#" })).toBe("first: #");
  expect(format("en", text, { kind: "b", what: "x" })).toBe("else: x");
});
