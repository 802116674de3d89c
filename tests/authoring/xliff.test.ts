import fc from "fast-check";
import { expect, test } from "vitest";

import { readXliff } from "#app/authoring/xliff-reading.ts";
import { writeXliff, type Xliff, xliffNamespace } from "#app/authoring/xliff.ts";
import { parseXml } from "#app/library/xml-document.ts";
import { expectValidXliff } from "#tests/builders/xliff-structure.ts";

const read = (text: string) => readXliff(Buffer.from(text), "back.xlf");

function unit(inside: string): string {
  return `<xliff xmlns="${xliffNamespace}" version="2.1" srcLang="en" trgLang="sq"><file id="f"><unit id="u">${inside}</unit></file></xliff>`;
}

const state = fc.constantFrom(
  "initial" as const,
  "translated" as const,
  "reviewed" as const,
  "final" as const,
);
const texts = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom("\r", "\n", " ", "<", "&", "]", ">", "\0") }),
);
const anyXliff: fc.Arbitrary<Xliff> = fc.record({
  source: fc.constant("en"),
  target: fc.constant("sr-Cyrl"),
  files: fc.array(
    fc.record({
      id: fc.constantFrom("texts", "lesson.one"),
      original: fc.stringMatching(/^[a-z"&<]{1,9}$/),
      units: fc.array(
        fc.record({
          id: fc.stringMatching(/^[a-z][\w.-]{0,9}$/),
          source: texts,
          target: texts,
          state,
          notes: fc.constant([]),
        }),
        { minLength: 1 },
      ),
    }),
    { minLength: 1 },
  ),
});

test("whatever texts hold, they come back as they were written", () => {
  fc.assert(
    fc.property(anyXliff, (xliff) => {
      expect(read(writeXliff(xliff))).toEqual(xliff);
    }),
  );
});

test("what is written keeps to the structure of XLIFF 2.1", () => {
  const text = writeXliff({
    source: "en",
    target: "sr-Cyrl",
    files: [
      {
        id: "texts",
        original: "text/sr-Cyrl.yaml",
        units: [
          { id: "a", source: "One\0 <two>", target: "", state: "initial", notes: ["Page: one"] },
          { id: "b", source: "Three", target: "Три", state: "translated", notes: [] },
        ],
      },
      { id: "empty", original: "lessons/x/sr-Cyrl.md", units: [] },
    ],
  });
  expectValidXliff(parseXml(text, "out.xlf").root);
});

test("marks, codes and sentences that tools have added are read as their text", () => {
  const { files } = read(
    unit(
      '<segment state="final"><source>One.</source><target><mrk id="m1">Një<pc id="1">.</pc></mrk></target></segment>' +
        "<ignorable><source> </source></ignorable>" +
        '<segment state="translated"><source>Two<cp hex="0007"/></source><target>Dy</target></segment>',
    ),
  );
  expect(files[0]?.units[0]).toEqual({
    id: "u",
    source: "One. Two\u0007",
    target: "Një. Dy",
    state: "translated",
    notes: [],
  });
});

test.each([
  ["entities", `<!DOCTYPE x [<!ENTITY a "b">]>${unit("")}`, "packages.refusedEntities"],
  [
    "entities from elsewhere",
    `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${unit("<segment><source>&a;</source></segment>")}`,
    "packages.refusedEntities",
  ],
  ["broken XML", unit("<segment>"), "packages.refusedXml"],
  ["endless depth", unit("<group>".repeat(200)), "packages.refusedXmlSize"],
  ["another format", "<html/>", "workbench.refusedNoXliff"],
  [
    "XLIFF 1.2",
    '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"/>',
    "workbench.refusedNoXliff",
  ],
])("a file with %s is refused", (_, text, key) => {
  expect(() => read(text)).toThrow(expect.objectContaining({ refusal: expect.objectContaining({ key }) }));
});
