import fc from "fast-check";

import type { ExchangeQuestion } from "#app/assessment/exchange/exchange.ts";
import { difficulties, question, type Question, type QuestionText } from "#app/library/question-format.ts";

import { anyQuestionOf } from "./any-question.ts";

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** Any letters and signs that a person might write, never empty; the number keeps answers apart. */
const phrase = fc
  .string({ unit: "grapheme", maxLength: 12 })
  .map((text) => text.replace(/[\p{Cc}\p{Cs}\p{Z}\uE000\uE001]+/gu, " ").trim());

const sources = fc.array(
  fc.record({
    publisher: fc.constant("Office"),
    title: fc.constant("Report “1”"),
    url: fc.constantFrom("https://example.org/a", "https://example.org/b?c=d&e"),
  }),
  { maxLength: 2 },
);

const marks = fc.record(
  {
    id: fc.constantFrom("K1", "17", "C1L1-1", "a_b.c"),
    lesson: fc.constant("lesson-one"),
    critical: fc.boolean(),
    recheck: fc.boolean(),
    points: fc.constantFrom(1, 2, 0.5, 7),
    facts: fc.subarray(["F1", "F-2"]),
    sources,
    tags: fc.subarray(["one", "two-words"]),
    difficulty: fc.constantFrom(...difficulties),
  },
  { requiredKeys: ["id"] },
);

function named(ids: string[], words: string[], start = ""): Record<string, string> {
  return Object.fromEntries(
    ids.map((id, index) => [id, `${start}${index} ${words[index % words.length]}`.trim()]),
  );
}

/** All parts of a text that the question needs, of some phrases. */
function textOf(structure: Question, words: string[]): QuestionText {
  const [first = "", second = ""] = words;
  const base: QuestionText = { q: `Asked ${first}?`, why: second };
  switch (structure.type) {
    case "single":
    case "scenario":
    case "multiple":
      return {
        ...base,
        options: named(structure.options, words),
        optionWhy: named(structure.options.slice(1), words, "Why "),
      };
    case "order":
      return { ...base, options: named(structure.options, words) };
    case "truefalse":
      return { ...base, optionWhy: named(["true"], words) };
    case "match":
      return {
        ...base,
        left: named(structure.pairs, words),
        right: named([...structure.pairs, ...structure.distractors], words, "R "),
      };
    case "blanks":
      return {
        ...base,
        body: structure.gaps.map(({ id }) => `Words {{${id}}}`).join("\n\n"),
        gaps: Object.fromEntries(
          structure.gaps.flatMap((gap) =>
            gap.kind === "choice" ? [[gap.id, { options: named(gap.options, words) }]] : [],
          ),
        ),
      };
    case "branching":
      return {
        ...base,
        steps: Object.fromEntries(
          structure.steps.map(({ id, choices }) => [
            id,
            {
              text: `Step ${first}`,
              choices: Object.fromEntries(
                choices.map((choice) => [choice.id, { text: `C ${second}`, consequence: `Then ${first}` }]),
              ),
            },
          ]),
        ),
      };
    case "hotspot":
      return {
        ...base,
        alt: `Map ${first}`,
        regions: named(
          structure.regions.map(({ id }) => id),
          words,
        ),
      };
    case "detection":
      return { ...base, alt: `Scene ${first}`, transcript: `Said ${second}` };
    case "essay":
    case "file":
      return {
        ...base,
        guidance: `Look ${second}`,
        rubric: Object.fromEntries(
          structure.rubric.map(({ id, levels }) => [
            id,
            { title: `T ${first}`, levels: levels.map((_, index) => `L${index} ${second}`) },
          ]),
        ),
      };
    default:
      return base;
  }
}

/** Questions of a type as a bank gives them: any key, marks, languages, media and texts. */
export function anyExchangeOf(type: Question["type"]): fc.Arbitrary<ExchangeQuestion> {
  const words = fc.array(phrase, { minLength: 2, maxLength: 4 });
  return fc
    .tuple(
      anyQuestionOf(type),
      marks,
      words,
      words,
      fc.record({
        category: fc.constantFrom("", "Consent", "Consent/Images", "A∕B/В"),
        isRetired: fc.boolean(),
        languages: fc.subarray(["sr-Cyrl", "sq"]),
        hasContext: fc.boolean(),
      }),
    )
    .map(([given, own, first, second, { category, isRetired, languages, hasContext }]) => {
      const structure = question.parse({ ...given, ...own });
      const shown = { context: "Look ![Dot](dot.png) at **this**\n\n- one\n- two" };
      const english = { ...textOf(structure, first), ...(hasContext ? shown : {}) };
      const names = [
        ...("image" in structure ? [structure.image] : "media" in structure ? [structure.media] : []),
        ...(hasContext ? ["dot.png"] : []),
      ];
      return {
        name: structure.id,
        category,
        isRetired,
        structure,
        texts: {
          en: english,
          ...Object.fromEntries(languages.map((language) => [language, textOf(structure, second)])),
        },
        media: names.map((name) => ({ name, contentType: "image/png", read: () => Promise.resolve(png) })),
      };
    });
}
