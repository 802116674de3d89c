import { join } from "node:path";

import { compileMessage } from "@lingui/message-utils/compileMessage";
import { describe, expect, test } from "vitest";

import { type CourseFolder, readCourseFolder } from "#app/library/course-folder.server.ts";
import { readJurisdictionFolder } from "#app/library/jurisdiction-folder.server.ts";
import type { LessonPage, Scene } from "#app/library/lesson-pages.ts";
import type { Question, QuestionText } from "#app/library/question-format.ts";
import { translationStatus } from "#app/library/translation-status.ts";
import { type Area, catalogue, interfaceStatus } from "#app/locales/catalogue.ts";
import { baseOf, type Language, languages, writtenLanguages } from "#app/platform/languages.ts";
import { localeOf } from "#app/platform/locale.ts";

/** Everything that holds for every language of the interface, of the shipped courses and of the notes beside them. */
const folders = await Promise.all(
  ["ai-abuse", "digital-safety", "takedown"].map(async (id) => {
    const { course } = await readCourseFolder(join(import.meta.dirname, "../../courses", id));
    return [id, course as CourseFolder] as const;
  }),
);
const notes = [
  ...(readJurisdictionFolder(join(import.meta.dirname, "../../courses/jurisdictions")).notes ?? []),
].flatMap(([code, content]) => content.notes.map(({ id, text }) => ({ place: `${code}/${id}`, text })));
const others = writtenLanguages.filter((tag) => tag !== "en");
const english = flat(catalogue.en);

/** "area.key" → message, of what a language says itself. */
function flat(areas: Partial<Record<Area, Partial<Record<string, string>>>>): Map<string, string> {
  return new Map(
    Object.entries(areas).flatMap(([area, texts]) =>
      Object.entries(texts).map(([key, text]) => [`${area}.${key}`, text ?? ""] as const),
    ),
  );
}

test.each(others)("the interface in %s has every text, with the same values to fill in", (tag) => {
  const texts = flat(catalogue[tag]);
  const names = [...texts.keys()].sort();
  const expected = [...english.keys()].sort();
  expect(names).toEqual(baseOf(tag) ? expected.filter((key) => texts.has(key)) : expected);
  for (const [key, text] of texts) {
    expect(valuesIn(compileMessage(text)), key).toEqual(valuesIn(compileMessage(english.get(key) ?? "")));
  }
});

type Compiled = unknown;

function valuesIn(message: Compiled): string[] {
  return [...new Set(argumentsIn(message).map(([name]) => name))].sort();
}

type Argument = [name: string, kind?: string, branches?: Record<string, Compiled>];

function argumentsIn(message: Compiled): Argument[] {
  if (!Array.isArray(message)) return [];
  return (message as (string | Argument)[]).flatMap((part) =>
    typeof part === "string" ? [] : [part, ...Object.values(part[2] ?? {}).flatMap(argumentsIn)],
  );
}

test.each(languages.map(({ tag }) => tag))("every plural has the forms of %s", (tag) => {
  const written = languages.find((language) => language.tag === tag)?.derivedFrom ?? tag;
  const forms = new Intl.PluralRules(localeOf(tag).plurals).resolvedOptions().pluralCategories.sort();
  const plurals = [...flat(catalogue[written as keyof typeof catalogue])].flatMap(([key, text]) =>
    argumentsIn(compileMessage(text)).flatMap(([, kind, branches]) =>
      kind === "plural" ? [{ key, forms: formsOf(branches) }] : [],
    ),
  );
  expect(plurals.length).toBeGreaterThan(baseOf(tag) ? 0 : 20);
  for (const plural of plurals) expect(plural.forms.sort(), plural.key).toEqual(forms);
});

/** A plural's forms, without what is said for single numbers. */
function formsOf(branches: Argument[2]): string[] {
  return Object.keys(branches ?? {}).filter((form) => form !== "offset" && !/^\d+$/.test(form));
}

test.each(others)("the status of %s names texts that there are", (tag) => {
  const { translation, review } = translationStatus.parse(interfaceStatus[tag]);
  expect(translation).toBeDefined();
  const places = review.flatMap(({ where }) => where);
  expect(places.filter((place) => !english.has(place) && !(place in catalogue.en))).toEqual([]);
});

test.each(others)(
  "the notes on jurisdictions in %s are all there, with the same numbers and asterisks",
  (tag) => {
    const signs = (text: string) => (text.match(/\d+|\*/g) ?? []).sort();
    expect(notes.length).toBeGreaterThan(50);
    for (const { place, text } of notes) {
      const words = text[tag] ?? text[baseOf(tag) ?? tag] ?? "";
      expect(words, place).not.toBe("");
      expect(words, place).not.toBe(text.en);
      expect(signs(words), place).toEqual(signs(text.en ?? ""));
    }
  },
);

describe.each(folders)("%s", (_id, folder) => {
  /** The texts of a question as its readers see them. */
  function questionTexts(tag: Language): Record<string, QuestionText> {
    const base = baseOf(tag);
    return { ...(base ? questionTexts(base) : {}), ...folder.questionTexts.get(tag) };
  }

  const questions: Question[] = Object.values(folder.quizzes).flatMap((quiz) => quiz.questions);

  test.each(others)("the course in %s has the same questions, options, links, checks and facts", (tag) => {
    const shape = (language: Language) => ({
      questions: Object.entries(questionTexts(language))
        .map(([id, { options, left, right }]) => [
          id,
          ...[options, left, right].map((part) => Object.keys(part ?? {})),
        ])
        .sort(),
      lessons: [...(folder.lessons.get(language) ?? [])].map(([id, pages]) => [
        id,
        pages.map(({ id: page, facts, blocks }) => ({
          page,
          facts,
          blocks: blocks.map((block) => [block.kind, block.kind === "check" ? block.questionId : ""]),
          links: [...htmlOf({ blocks }).matchAll(/href="([^"]+)"/g)].map(([, to]) => to).sort(),
          pictures: [...htmlOf({ blocks }).matchAll(/src="([^"]+)"/g)].map(([, from]) => from),
        })),
      ]),
      activities: Object.keys(folder.texts.get(language)?.activities ?? {}).sort(),
      objectives: folder.texts.get(language)?.course.objectives.length,
      surveys: Object.values(folder.texts.get(language)?.surveys ?? {}).map(({ questions: asked }) =>
        Object.entries(asked)
          .map(([id, { options }]) => [id, Object.keys(options ?? {}).sort()])
          .sort(),
      ),
    });
    expect(shape(tag)).toEqual(shape("en"));
  });

  function htmlOf({ blocks }: Pick<LessonPage, "blocks">): string {
    return blocks
      .map((block) =>
        block.kind === "html"
          ? block.html
          : block.kind === "roles"
            ? block.roles.map(({ html }) => html).join("\n")
            : block.kind === "animation"
              ? [block.title, ...block.scenes.map(htmlOfScene)].join("\n")
              : "",
      )
      .join("\n");
  }

  function htmlOfScene({ src, alt, html }: Scene): string {
    return `<img src="${src}">${alt}${html}`;
  }

  /** Every text that a reader of a language meets, by where it stands; of tags and placeholders bare. */
  function textsIn(tag: Language): [place: string, text: string][] {
    const {
      review: _review,
      translation: _mark,
      lessonTranslations: _lessons,
      packageTranslations: _packages,
      wordTranslations: _words,
      ...texts
    } = folder.texts.get(tag) ?? {};
    const lessons = [...(folder.lessons.get(tag) ?? [])].flatMap(([id, pages]) =>
      pages.map((page) => [`${id}/${page.id}`, `${page.title}\n${htmlOf(page)}`] as [string, string]),
    );
    return [
      ...notes.map(({ place, text }) => [place, text[tag] ?? ""] as [string, string]),
      ...[...flat(catalogue[tag as keyof typeof catalogue])].map(
        ([key, text]) => [key, wordsOf(compileMessage(text))] as [string, string],
      ),
      ...Object.entries(questionTexts(tag)).map(
        ([id, text]) => [id, stringsIn(text).join("\n")] as [string, string],
      ),
      ...stringsIn(texts).map((text) => ["course", text] as [string, string]),
      ...lessons.map(
        ([place, html]) =>
          [place, html.replace(/alt="([^"]*)"/g, ">$1<").replace(/<[^>]*>/g, " ")] as [string, string],
      ),
    ];
  }

  function wordsOf(message: Compiled): string {
    if (!Array.isArray(message)) return String(message);
    return (message as (string | Argument)[])
      .map((part) => (typeof part === "string" ? part : branchesOf(part).map(wordsOf).join("\n") || "0"))
      .join("");
  }

  function branchesOf([, , branches]: Argument): Compiled[] {
    return Object.entries(branches ?? {}).flatMap(([form, branch]) => (form === "offset" ? [] : [branch]));
  }

  function stringsIn(value: unknown): string[] {
    if (typeof value === "string") return [value];
    return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
  }

  /** Names that keep their English words. */
  const names =
    /UN Women|Safety Check|Content Credentials|Find My( Device)?|Common Cartridge|Google Forms|Results about you/g;

  test.each(others)("no English is left over in %s", (tag) => {
    const left = textsIn(tag).filter(([, text]) =>
      /(?<!\p{L})(the|and|of|with|you|your|is|are|this|that|which|from|have|been|must|will|when|what)(?!\p{L})/iu.test(
        text.replace(names, ""),
      ),
    );
    expect(left).toEqual([]);
  });

  test.each(["mk", "sr-Cyrl"] as const)("%s has no Latin letters inside its words", (tag) => {
    const mixed = textsIn(tag).filter(([, text]) =>
      /[\u0400-\u04FF][a-z]|(?<![a-z\\])[a-z][\u0400-\u04FF]/i.test(text),
    );
    expect(mixed).toEqual([]);
  });

  test.each([
    ["sq", "„", "“"],
    ["mk", "„", "“"],
    ["sr-Cyrl", "„", "”"],
    ["bs", "„", "”"],
    ["cnr", "„", "”"],
  ] as const)("%s has its own quotation marks, %s and %s", (tag, open, close) => {
    const strange = new RegExp(`[^${open}${close}]`, "u");
    const wrong = textsIn(tag).filter(([, text]) => {
      const marks = text.match(/["„“”«»]/g) ?? [];
      const isOpened =
        marks.filter((mark) => mark === open).length === marks.filter((mark) => mark === close).length;
      return marks.some((mark) => strange.test(mark)) || !isOpened;
    });
    expect(wrong).toEqual([]);
  });

  /** Numbers of versions have a point in every language, thousands have one in some. */
  const versions =
    /(iOS|iPadOS|Android|SCORM|xAPI|QTI|Moodle|WCAG|PDF|Cartridge)\s?\d+(\.\d+)+|\d+\.\d+\.\d+|\d\.\d{3}(?!\d)|\d{1,2}\.\d{1,2}\.(?!\d)/g;

  test.each(others)("%s writes decimals with a comma", (tag) => {
    const wrong = textsIn(tag).filter(([, text]) => /\d\.\d/.test(text.replace(versions, "")));
    expect(wrong).toEqual([]);
  });

  /**
   * The longest option must not give the right one away. With chance alone an item of n options has the right one longest
   * with probability 1/n; the number of such items must not be so high that chance would give it, or more, in fewer than
   * one course in twenty (one-sided, exact: the sum of unequal chances).
   */
  test.each(writtenLanguages)("in %s the longest option is no sign of the right one", (tag) => {
    const texts = questionTexts(tag);
    const items = questions.flatMap((question) => {
      if (question.type !== "single" && question.type !== "scenario") return [];
      const options = Object.entries(texts[question.id]?.options ?? {});
      const longest = Math.max(...options.map(([, text]) => text.length));
      const isLongest = (texts[question.id]?.options?.[question.answer] ?? "").length === longest;
      return [{ id: question.id, chance: 1 / options.length, isLongest }];
    });
    expect(items.length).toBeGreaterThan(10);
    const found = items.filter(({ isLongest }) => isLongest);
    const probability = chanceOf(items.map(({ chance }) => chance)).slice(found.length);
    expect(
      probability.reduce((sum, one) => sum + one, 0),
      found.map(({ id }) => id).join(", "),
    ).toBeGreaterThan(0.05);
  });

  /** Probability of 0, 1, 2 … successes of independent trials. */
  function chanceOf(chances: number[]): number[] {
    return chances.reduce(
      (known, chance) =>
        Array.from(
          { length: known.length + 1 },
          (_, count) => (known[count] ?? 0) * (1 - chance) + (known[count - 1] ?? 0) * chance,
        ),
      [1],
    );
  }
});
