import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import { lessonUnits, withLessonUnits } from "#app/library/lesson-units.server.ts";
import { textUnits, withTextUnits } from "#app/library/text-units.server.ts";

const courses = join(import.meta.dirname, "..", "..", "courses");
const source = {
  text: '---\nsource: "0123456789ab"\n---\n\n::page[Keys]{#keys}\n\nWords.\n\n:::scenario[A case]\n- One\n- Two\n:::\n\n::check{#c1}\n\n::page[End]{#end}\n\nLast.\n',
  isBase: false,
};
const target =
  "::page[Кључеви]{#keys}\n\nРечи.\n\n:::scenario[Случај]\n- Један\n- Два\n:::\n\n::check{#c1}\n\n\n::page[Крај]{#end}\n\nПоследње.";

/** Every translated file of the shipped courses, with its source. */
function shipped() {
  const read = (path: string) => readFileSync(join(courses, path), "utf8");
  return ["ai-abuse", "digital-safety", "takedown"].flatMap((course) =>
    ["sq", "mk", "sr-Cyrl", "bs", "cnr"].flatMap((language) => {
      const [isBase, from] = language === "cnr" ? [true, "bs"] : [false, "en"];
      const lessons = readdirSync(join(courses, course, "lessons")).map((lesson) => `lessons/${lesson}/*.md`);
      return [...lessons, "text/*.yaml"].map((path) => ({
        path: `${course}/${path.replace("*", language)}`,
        source: { text: read(`${course}/${path.replace("*", from)}`), isBase },
        target: read(`${course}/${path.replace("*", language)}`),
      }));
    }),
  );
}

test("every translation of the shipped courses stands beside its source, and written back keeps every byte", () => {
  for (const { path, source, target } of shipped()) {
    const [unitsOf, withUnits] = path.endsWith(".md")
      ? [lessonUnits, withLessonUnits]
      : [textUnits, withTextUnits];
    const units = unitsOf(source, target);
    expect(new Set(units.map(({ id }) => id)).size, path).toBe(units.length);
    expect(
      units.every(({ id }) => /^[\w.-]+$/.test(id)),
      path,
    ).toBe(true);
    // Block by block; a language that says only what differs has whole pages, too.
    if (!source.isBase)
      expect(
        units.filter(({ isPage }) => isPage),
        path,
      ).toEqual([]);
    // As a browser sends them.
    const texts = new Map(units.map(({ id, target }) => [id, `${target.replaceAll("\n", "\r\n")}\r\n`]));
    expect(withUnits(source, target, texts) === target, path).toBe(true);
  }
});

test("a page has a unit for its title and for each block, also in boxes", () => {
  expect(lessonUnits(source, target).map(({ id, source, target }) => [id, source, target])).toEqual([
    ["keys.1", "Keys", "Кључеви"],
    ["keys.2", "Words.", "Речи."],
    ["keys.3", "A case", "Случај"],
    ["keys.4", "- One\n- Two", "- Један\n- Два"],
    ["end.1", "End", "Крај"],
    ["end.2", "Last.", "Последње."],
  ]);
});

test("only what is written anew changes; an emptied block says what the source says", () => {
  const texts = new Map([
    ["keys.1", "Лозинке\nи кључеви"],
    ["keys.2", ""],
    ["end.2", "Последње."],
  ]);
  expect(withLessonUnits(source, target, texts)).toBe(
    target.replace("Кључеви", "Лозинке и кључеви").replace("Речи.", "Words."),
  );
});

test("a page that has other blocks, or is missing, is translated as one", () => {
  const longer = { ...source, text: source.text.replace("Words.", "Words.\n\nMore.") };
  expect(lessonUnits(longer, target)[0]).toMatchObject({ id: "keys", isPage: true });
  const short = target.slice(target.indexOf("::page[Крај"));
  expect(lessonUnits(source, short)[0]).toMatchObject({ id: "keys", isPage: true, target: "" });
  const [page] = target.split("\n\n\n");
  expect(withLessonUnits(source, short, new Map([["keys", page as string]]))).toBe(`${page}\n\n${short}`);
  expect(withLessonUnits(longer, target, new Map([["keys", ""]]))).toBe(short);
});

test("a page that the source no longer has can be taken out", () => {
  const shorter = { ...source, text: source.text.slice(0, source.text.indexOf("::page[End]")) };
  const units = lessonUnits(shorter, target);
  expect(units.at(-1)).toEqual({
    id: "end",
    page: "end",
    isPage: true,
    source: "",
    target: "::page[Крај]{#end}\n\nПоследње.",
  });
  expect(withLessonUnits(shorter, target, new Map([["end", ""]]))).toBe(target.split("::page[Крај")[0]);
});

test("a lesson begins as its source without the head, one in a language that says only what differs with nothing", () => {
  expect(withLessonUnits(source, null, new Map([["end.2", "Последње."]]))).toBe(
    source.text.slice(source.text.indexOf("::page")).replace("Last.", "Последње."),
  );
  const base = { text: target, isBase: true };
  expect(lessonUnits(base, null).map(({ id, target }) => [id, target])).toEqual([
    ["keys", ""],
    ["end", ""],
  ]);
  expect(withLessonUnits(base, null, new Map([["end", "::page[Kraj]{#end}"]]))).toBe("::page[Kraj]{#end}\n");
});

test("texts of a course keep comments and order; a list is a text of lines", () => {
  const source = {
    text: "source: x\ncourse:\n  title: A\n  objectives: [b, c]\nquestions: { q1: { q: d } }\nactivities: { one: { title: e } }\n",
    isBase: false,
  };
  const target = '# kept\ncourse: { title: "А", objectives: ["б"] } # too\n';
  expect(textUnits(source, target).map(({ id, source, target }) => [id, source, target])).toEqual([
    ["course.title", "A", "А"],
    ["course.objectives", "b\nc", "б"],
    ["activities.one.title", "e", ""],
  ]);
  const texts = new Map([
    ["course.title", "А"],
    ["course.objectives", "б\nц"],
    ["activities.one.title", "е"],
  ]);
  const written = withTextUnits(source, target, texts);
  expect(written).toContain('# kept\ncourse: { title: "А", objectives: [ "б", ц ] } # too\n');
  expect(textUnits(source, written).map(({ target }) => target)).toEqual(["А", "б\nц", "е"]);
  expect(textUnits(source, withTextUnits(source, written, new Map([["course.title", ""]])))[0]?.target).toBe(
    "",
  );
});
