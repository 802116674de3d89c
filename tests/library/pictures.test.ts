import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import { courseFoldersIn, readCourseFolder } from "#app/library/course-folder.server.ts";
import { faultSentence } from "#app/library/fault-line.server.ts";
import { renderLesson } from "#app/library/lesson-markdown.server.ts";
import type { LessonBlock } from "#app/library/lesson-pages.ts";
import { i18nFor } from "#app/platform/messages.server.ts";

const size = { width: 640, height: 400 };

/** A lesson of one page that has two pictures in its media. */
function lessonWith(text: string, language: "en" | "sr-Cyrl" = "en") {
  return renderLesson(`::page[A page]{#page}\n\n${text}`, "en.md", {
    t: i18nFor(language).t,
    language,
    mediumOf: () => null,
    pictureOf: (path) => (/^media\/[xy]\.svg$/.test(path) ? { address: `/${path}`, size } : null),
  });
}

function blocksOf(text: string): LessonBlock[] {
  return lessonWith(text).pages.flatMap(({ blocks }) => blocks);
}

function htmlOf(text: string): string {
  return blocksOf(text)
    .map((block) => (block.kind === "html" ? block.html : ""))
    .join("");
}

const long = ':::figure[A phone]{src=media/x.svg caption="A phone"}\n1. First **this**.\n2. Then that.\n:::';

test("a picture keeps its place, and its long description is closed under it, in the lesson's language", () => {
  const html = htmlOf(long);
  expect(html).toContain('<img src="/media/x.svg" alt="A phone" width="640" height="400">');
  expect(html).toMatch(/<figcaption>A phone<\/figcaption>\s*<\/figure>\s*<details>/);
  expect(html).toContain("<summary>Description of the picture</summary>");
  expect(html).toMatch(/<li>First <strong>this<\/strong>\.<\/li>/);
  expect(JSON.stringify(lessonWith(long, "sr-Cyrl").pages)).toContain("<summary>Опис слике</summary>");
});

test("a picture without a long description has none", () => {
  const html = htmlOf("::figure[A phone]{src=media/x.svg}");
  expect(html).toBe('<figure><img src="/media/x.svg" alt="A phone" width="640" height="400"></figure>');
});

test("a decorative picture needs no alternative text, and has none", () => {
  const decorative = "::figure{src=media/x.svg decorative}";
  expect(htmlOf(decorative)).toBe(
    '<figure><img src="/media/x.svg" alt="" width="640" height="400"></figure>',
  );
  expect(lessonWith(decorative).faults).toEqual([]);
  const problems = (text: string) => lessonWith(text).faults.map(({ key }) => key);
  expect(problems("::figure{src=media/x.svg}")).toEqual(["faults.altEmpty"]);
  expect(problems("::figure[A phone]{src=media/x.svg decorative}")).toEqual(["faults.decorativeDescribed"]);
});

test("an animation is a list of scenes, each a picture with its caption", () => {
  const lesson =
    ":::animation[How it goes]\n1. ![A phone](media/x.svg) It **begins**.\n2. ![A house](media/y.svg) It ends.\n:::";
  expect(blocksOf(lesson)).toEqual([
    {
      kind: "animation",
      title: "How it goes",
      scenes: [
        { src: "/media/x.svg", alt: "A phone", size, html: "<p>It <strong>begins</strong>.</p>" },
        { src: "/media/y.svg", alt: "A house", size, html: "<p>It ends.</p>" },
      ],
    },
  ]);
});

const scenes = "1. ![A phone](media/x.svg) It begins.\n2. ![A house](media/y.svg) It ends.";

test.each([
  ["a picture without alternative text", long.replace("[A phone]", ""), 3, "no alternative text"],
  ["an empty description", ":::figure[A phone]{src=media/x.svg}\n:::", 3, "description is empty"],
  ["an animation without alternative text", `:::animation\n${scenes}\n:::`, 3, "no alternative text"],
  [
    "a scene without alternative text",
    `:::animation[It goes]\n${scenes.replace("[A house]", "[]")}\n:::`,
    5,
    "no alternative text",
  ],
  [
    "an unknown scene",
    `:::animation[It goes]\n${scenes.replace("y.svg", "z.svg")}\n:::`,
    5,
    "no picture “media/z.svg”",
  ],
  [
    "a scene without a caption",
    `:::animation[It goes]\n${scenes.replace("It ends.", "")}\n:::`,
    5,
    "needs a picture and then a caption",
  ],
  ["a scene without a picture", `:::animation[It goes]\n${scenes}\n3. Words.\n:::`, 6, "needs a picture"],
  ["a single scene", ":::animation[It goes]\n1. ![A phone](media/x.svg) It is.\n:::", 3, "a numbered list"],
  ["words beside the scenes", `:::animation[It goes]\n${scenes}\n\nMore.\n:::`, 3, "a numbered list"],
  [
    "an animation inside something else",
    `::::note\n:::animation[It goes]\n${scenes}\n:::\n::::`,
    4,
    "cannot stand inside",
  ],
])("%s is named at its line", (_fault, text, line, problem) => {
  const { faults } = lessonWith(text);
  expect(faults).toEqual([expect.objectContaining({ line })]);
  expect(faults.map((fault) => faultSentence(fault))[0]).toContain(problem);
});

test.each(courseFoldersIn(join(import.meta.dirname, "../../courses")))(
  "the drawings of %s are small, without script, without words and fit for the dark",
  async (folder) => {
    const { course } = await readCourseFolder(folder);
    const drawings = (course?.media ?? []).filter(({ contentType }) => contentType === "image/svg+xml");
    expect(drawings.length).toBeGreaterThan(7);
    for (const { path, file, bytes } of drawings) {
      const source = readFileSync(file, "utf8");
      expect(bytes, path).toBeLessThan(12_000);
      expect(source, path).toMatch(/^<svg [^>]*viewBox="0 0 \d+ \d+">/);
      expect(source, path).not.toMatch(/<script|<foreignObject|<a[ >]|\son\w+=|href=|url\(/i);
      expect(source, path).toContain("prefers-color-scheme:dark");
      for (const [, words] of source.matchAll(/<text[^>]*>([^<]*)</g)) {
        expect(words, path).toMatch(/^(&lt;)?\d+\+?$/);
      }
    }
  },
);
