import { readdirSync, readFileSync } from "node:fs";

import fc from "fast-check";
import { expect, test } from "vitest";

import { blockOf } from "#app/authoring/editor/lesson-block.ts";
import { lessonDocument } from "#app/authoring/editor/lesson-document.ts";
import { isSame, type LessonDocument, type LessonNode, originOf } from "#app/authoring/editor/lesson-node.ts";
import { lessonSchema } from "#app/authoring/editor/lesson-schema.ts";
import { lessonSource } from "#app/authoring/editor/lesson-source.ts";
import { blockSource } from "#app/authoring/editor/lesson-writer.ts";
import { renderLesson } from "#app/library/lesson-markdown.server.ts";
import { i18nFor } from "#app/platform/messages.server.ts";

const shipped = readdirSync("courses", { recursive: true, encoding: "utf8" })
  .filter((file) => /lessons[\\/].*\.md$/.test(file))
  .map((file) => ({ file, source: readFileSync(`courses/${file}`, "utf8") }));

/** As the editor has it: what ProseMirror makes of a document, and writes again. */
function inEditor(document: LessonDocument): LessonDocument {
  const node = lessonSchema.nodeFromJSON(document);
  node.check();
  return node.toJSON() as LessonDocument;
}

function faultsIn(source: string): string[] {
  const { t } = i18nFor("en");
  const pictureOf = () => ({ address: "/media/picture", size: null });
  const place = { t, language: "en", pictureOf, mediumOf: () => null };
  return renderLesson(source, "en.md", place).faults.map(({ key }) => key);
}

/** A lesson that holds each form that the editor knows, and some that it does not. */
const everyForm = `---
translation: "reviewed by a native speaker"
---

::page[First]{#first}

Words at 22:40 with **bold**, *stressed **and bold***, \`code\`, ~~gone~~ and a [link](second). :cite[F1 F2]
The paragraph goes on.\\
A new line.

## A heading

- one
- two

  with a second paragraph
- three
    1. below


1. first
2. second

> Quoted.

| Left | Right |
| :--- | ---: |
| a | **b** |

***

:::note
A box with
- a list
:::

:::scenario[The title]
Somebody.
:::

:::steps
1. Do.
2. Then.
:::

::figure[What is seen]{src=media/x.svg caption="A caption"}

:::figure[What is seen]{src='media/x.svg'}
The long one.
:::

::figure{src=media/x.svg decorative}

::check{#question}

::::roles

:::role{sector=police}
For the police.

\`\`\`
shown as source
\`\`\`
:::

::::

::jurisdiction{topic=law}
::tool[The tool]{name=evidence}
::download[The checklist]{file=media/x.pdf}

:::animation[It moves]
1. ![a](media/a.svg) One.
2. ![b](media/b.svg) Two.
:::

- [x] a task

<div>HTML</div>
`;

test(
  "every lesson shipped is the same text after it was opened and saved unchanged",
  { timeout: 120_000 },
  () => {
    expect(shipped.length).toBeGreaterThan(100);
    for (const { file, source } of [...shipped, { file: "every form", source: everyForm }]) {
      const document = lessonDocument(source);
      expect(lessonSource(inEditor(document)), file).toBe(source);
      if (file === "every form") continue;
      // Only these have no form in the editor.
      const opaque = document.content.filter(({ type }) => type === "opaque");
      for (const { attrs } of opaque) expect(attrs?.text).toMatch(/^:::animation\[/);
    }
  },
);

test("what the editor writes of a block reads as the same block", () => {
  const blocks = [
    everyForm,
    ...shipped.filter(({ file }) => file.endsWith("en.md")).map(({ source }) => source),
  ]
    .flatMap((source) => lessonDocument(source).content)
    .filter(({ type }) => type !== "opaque");
  for (const block of blocks) {
    const written = blockSource(block);
    expect(isSame(blockOf(written), block), `${originOf(block)?.source}\n=>\n${written}`).toBe(true);
  }
});

test("an underlined heading after a definition is as it was opened", () => {
  const source = "[a]: b\n!\n---";
  expect(lessonSource(inEditor(lessonDocument(source)))).toBe(source);
});

test("any text is as it was opened, whatever stands in it", () => {
  const pieces = fc.constantFrom(
    ...everyForm.split("\n"),
    "  indented",
    "\t",
    "::",
    ":::",
    "[a]: b",
    "===",
    "* * *",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 12 }), (lines) => {
      const source = lines.join("\n");
      expect(lessonSource(inEditor(lessonDocument(source)))).toBe(source);
    }),
    { numRuns: 200 },
  );
});

/** The paragraphs and headings of a document that stand at its top, by their place. */
function textBlocks({ content }: LessonDocument): number[] {
  return content.flatMap(({ type }, index) =>
    ["paragraph", "heading", "page"].includes(type) ? [index] : [],
  );
}

function withWords(document: LessonDocument, place: number, text: string): LessonDocument {
  const rewritten = (node: LessonNode): LessonNode => ({ ...node, content: [{ type: "text", text }] });
  return {
    ...document,
    content: document.content.map((node, at) => (at === place ? rewritten(node) : node)),
  };
}

const words = fc
  .oneof(
    fc.string(),
    fc.string({ unit: "grapheme" }),
    fc.constantFrom(
      "# x",
      "1. x",
      "::page[x]{#y}",
      ":cite[F1]",
      "a:b{c}",
      "<b>",
      "*x*",
      "| a |",
      "[a](b)",
      "[a]: b",
      "---",
      "22:40",
      "https://example.org/a_b_c",
    ),
  )
  .filter(
    (text) =>
      text.trim() === text &&
      text !== "" &&
      !/[\p{Cc}\p{Z}\uFEFF]/u.test(text.replaceAll(" ", "")) &&
      !/ {2}/.test(text),
  );

test("whatever is written into one block, every other byte stays, and the block says what was written", () => {
  const opened = [everyForm, ...shipped.slice(0, 1).map(({ source }) => source)].map((source) => ({
    source,
    document: lessonDocument(source),
    faults: faultsIn(source).length,
  }));
  fc.assert(
    fc.property(fc.constantFrom(...opened), fc.nat(), words, ({ source, document, faults }, choice, text) => {
      const places = textBlocks(document);
      const place = places[choice % places.length] ?? 0;
      const was = originOf(document.content[place] as LessonNode)?.source ?? "";
      const at = document.content
        .slice(0, place)
        .reduce((sum, node) => sum + lengthOf(node), document.attrs.head.length);
      const from = at + (place > 0 ? (originOf(document.content[place] as LessonNode)?.gap.length ?? 0) : 0);
      const result = lessonSource(inEditor(withWords(document, place, text)));
      expect(result.startsWith(source.slice(0, from))).toBe(true);
      expect(result.endsWith(source.slice(from + was.length))).toBe(true);
      const block = lessonDocument(result).content[place];
      expect(block?.content?.map(({ text: said }) => said).join("")).toBe(text);
      expect(faultsIn(result).length).toBeLessThanOrEqual(faults);
    }),
    { numRuns: 40 },
  );
});

function lengthOf(node: LessonNode): number {
  const origin = originOf(node);
  return (origin?.source.length ?? 0) + (origin?.index ? origin.gap.length : 0);
}

test("blocks that are added, moved and taken away leave the others as they were, and apart", () => {
  const document = lessonDocument("::page[A]{#a}\n## Next line\n\n* one\n\n\n\nLast.\n");
  const [page, heading, list, last] = document.content as [LessonNode, LessonNode, LessonNode, LessonNode];
  const written = (...content: LessonNode[]) => lessonSource({ ...document, content });
  const added: LessonNode = { type: "paragraph", content: [{ type: "text", text: "New." }] };
  expect(written(page, added, heading, list, last)).toBe(
    "::page[A]{#a}\n\nNew.\n\n## Next line\n\n* one\n\n\n\nLast.\n",
  );
  expect(written(page, list, last)).toBe("::page[A]{#a}\n\n* one\n\n\n\nLast.\n");
  expect(written(last, page, { type: "paragraph" })).toBe("Last.\n\n::page[A]{#a}\n");
  const second: LessonNode = {
    type: "bulletList",
    attrs: { isLoose: false },
    content: [{ type: "listItem", content: [added] }],
  };
  expect(lessonDocument(written(page, list, second)).content).toHaveLength(3);
  expect(lessonDocument(written(page, second, list)).content).toHaveLength(3);
  expect(written()).toBe("");
});

test("a lesson begun in an empty file ends with a line of its own", () => {
  const empty = lessonDocument("");
  expect(lessonSource(inEditor(empty))).toBe("");
  const page: LessonNode = { type: "page", attrs: { id: "one" }, content: [{ type: "text", text: "One" }] };
  expect(lessonSource({ ...empty, content: [page] })).toBe("::page[One]{#one}\n");
});
