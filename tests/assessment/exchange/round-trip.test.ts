import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import fc from "fast-check";
import { expect, test } from "vitest";

import type { ExchangeQuestion, ReadQuestion } from "#app/assessment/exchange/exchange.ts";
import { lossesOf, type WrittenFormat } from "#app/assessment/exchange/losses.ts";
import { readQuestionFile } from "#app/assessment/exchange/question-file.server.ts";
import { writtenFile } from "#app/assessment/exchange/written-file.server.ts";
import { question, type QuestionType, questionTypes } from "#app/library/question-format.ts";
import { everyQuestion } from "#tests/builders/every-question.ts";
import { readInEnglish } from "#tests/builders/question-files.ts";

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

function exchanged(type: QuestionType, change: object = {}): ExchangeQuestion {
  const { structure, text } = everyQuestion[type];
  const names = new Set<string>();
  if (structure.type === "hotspot") names.add(structure.image);
  if (structure.type === "detection") names.add(structure.media);
  return {
    name: `Name of ${type}`,
    category: "Consent/Images",
    structure: question.parse({ ...structure, ...change }),
    texts: { en: text },
    media: [...names].map((name) => ({ name, contentType: "image/png", read: () => Promise.resolve(png) })),
    isRetired: false,
  };
}

async function roundTrip(format: WrittenFormat, questions: ExchangeQuestion[]): Promise<ReadQuestion[]> {
  const categories = [...new Set(questions.map(({ category }) => category))];
  const { bytes, ending } = await writtenFile(format, { categories, questions }, "en");
  const folder = mkdtempSync(join(tmpdir(), "round-trip-"));
  try {
    const path = join(folder, `file.${ending}`);
    writeFileSync(path, bytes);
    const read = await readQuestionFile({ path, name: `file.${ending}` }, readInEnglish);
    expect(read.leftOut).toEqual([]);
    for (const { media } of read.questions) await Promise.all(media.map((file) => file.read()));
    await read.close();
    return read.questions;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("our own form keeps every type with its marks, languages, categories, tags and files", async () => {
  const questions = questionTypes.map((type) => ({
    ...exchanged(type),
    isRetired: type === "order",
    texts: { en: everyQuestion[type].text, "sr-Cyrl": { ...everyQuestion[type].text, q: "Питање?" } },
  }));
  const unique = questions.map((one) => ({
    ...one,
    structure: { ...one.structure, id: `K-${one.structure.type}` },
  }));
  const read = await roundTrip("own", unique);
  expect(
    read.map(({ structure, texts, category, isRetired }) => ({ structure, texts, category, isRetired })),
  ).toEqual(
    unique.map(({ structure, texts, category, isRetired }) => ({ structure, texts, category, isRetired })),
  );
  expect(read.map(({ media }) => media.map(({ name }) => name))).toEqual(
    unique.map(({ media }) => media.map(({ name }) => name)),
  );
});

test("our own form keeps any text", async () => {
  const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(text, text, text, async (q, why, option) => {
      const given = exchanged("single");
      const options = { ...given.texts.en?.options, a: option };
      const texts = { en: { ...given.texts.en, q, why, options } } as ExchangeQuestion["texts"];
      const [read] = await roundTrip("own", [{ ...given, texts }]);
      expect(read?.texts).toEqual(texts);
    }),
    { numRuns: 20 },
  );
});

/** Marks that other formats do not have. */
const bare = {
  lesson: undefined,
  critical: false,
  recheck: false,
  facts: [],
  sources: [],
  tags: [],
  difficulty: undefined,
};
const exact = { fold: { case: true, diacritics: false, script: false } };

const held: [WrittenFormat, QuestionType, object][] = [
  ["moodle-xml", "single", bare],
  ["moodle-xml", "multiple", { scoring: "partial" }],
  ["moodle-xml", "truefalse", {}],
  ["moodle-xml", "order", { scoring: "pairs" }],
  ["moodle-xml", "match", { scoring: "each" }],
  ["moodle-xml", "numeric", { tolerance: 0.05, toleranceKind: "absolute" }],
  ["moodle-xml", "short", exact],
  ["moodle-xml", "blanks", { scoring: "each" }],
  ["qti-2.1", "blanks", { scoring: "each" }],
  ["gift", "single", { ...bare, points: 1 }],
  ["gift", "truefalse", {}],
  ["gift", "match", { scoring: "each" }],
  ["gift", "short", exact],
  ["qti-2.1", "single", bare],
  ["qti-2.1", "multiple", { scoring: "all" }],
  ["qti-2.1", "multiple", { scoring: "partial" }],
  ["qti-2.1", "truefalse", {}],
  ["qti-2.1", "order", { scoring: "exact" }],
  ["qti-2.1", "match", { scoring: "each" }],
  ["qti-2.1", "short", { ...exact, wildcards: false }],
  ["qti-2.1", "numeric", { unit: undefined, units: [], isUnitRequired: false }],
  ["qti-2.1", "hotspot", {}],
  ["qti-3.0", "single", bare],
  ["qti-3.0", "order", { scoring: "exact" }],
  ["qti-3.0", "match", { scoring: "all" }],
  ["qti-3.0", "hotspot", {}],
  ["table", "single", { ...bare, partial: {} }],
  ["table", "multiple", { scoring: "all" }],
  ["table", "truefalse", {}],
  ["table", "numeric", { units: [], isUnitRequired: false }],
];

test.each(held)("%s keeps a question of type %s", async (format, type, change) => {
  const given = exchanged(type, change);
  const [read] = await roundTrip(format, [given]);
  const meaning = ({ structure, texts, category }: ExchangeQuestion) => ({
    category,
    ...meant(structure, texts.en as Record<string, unknown>),
  });
  const losesWhy = format === "table";
  const expected = losesWhy
    ? { ...given, texts: { en: { ...given.texts.en, optionWhy: undefined } } as ExchangeQuestion["texts"] }
    : given;
  expect(meaning(read as ExchangeQuestion)).toEqual(meaning(expected));
});

/** A question in words instead of ids, which every format gives anew. */
function meant(structure: ExchangeQuestion["structure"], text: Record<string, unknown>): object {
  const words = (part: string) => (text[part] ?? {}) as Record<string, string>;
  const { q, context, why } = text;
  const base = { type: structure.type, id: structure.id, points: structure.points, q, context, why };
  switch (structure.type) {
    case "single":
    case "multiple": {
      const answers = structure.type === "single" ? [structure.answer] : structure.answer;
      const partial = structure.type === "single" ? structure.partial : {};
      return {
        ...base,
        scoring: "scoring" in structure ? structure.scoring : null,
        options: structure.options.map((id) => ({
          text: words("options")[id],
          why: words("optionWhy")[id],
          isRight: answers.includes(id),
          percent: partial[id],
        })),
      };
    }
    case "truefalse":
      return { ...base, answer: structure.answer };
    case "order":
      return {
        ...base,
        scoring: structure.scoring,
        options: structure.options.map((id) => words("options")[id]),
      };
    case "match":
      return {
        ...base,
        scoring: structure.scoring,
        pairs: structure.pairs.map((id) => [words("left")[id], words("right")[id]]),
        distractors: structure.distractors.map((id) => words("right")[id]),
      };
    case "blanks":
      return {
        ...base,
        scoring: structure.scoring,
        body: text.body,
        gaps: structure.gaps.map((gap) => ({
          kind: gap.kind,
          weight: gap.weight,
          right:
            gap.kind === "choice"
              ? gapOptions(text, gap.id)[gap.answer]
              : gap.kind === "number"
                ? gap.answer
                : gap.accepted,
          options: gap.kind === "choice" ? gap.options.map((id) => gapOptions(text, gap.id)[id]) : null,
          tolerance: gap.kind === "number" ? gap.tolerance : null,
        })),
      };
    case "hotspot":
      return {
        ...base,
        choose: structure.choose,
        alt: text.alt,
        regions: structure.regions.map(({ id, shape, right }) => [words("regions")[id], shape, right]),
      };
    default: {
      const { id: _, lesson: _lesson, tags: _tags, ...rest } = structure;
      return { ...base, ...rest };
    }
  }
}

function gapOptions(text: Record<string, unknown>, gap: string): Record<string, string> {
  return (text.gaps as Record<string, { options?: Record<string, string> }>)[gap]?.options ?? {};
}

test("what a format cannot hold is named before", () => {
  const questions = questionTypes.map((type) => exchanged(type));
  const { notWritten, losing } = lossesOf("gift", questions, "en");
  expect(notWritten.map(({ reasons }) => reasons[0]?.key)).toContain("exchange.lossType");
  expect(notWritten).toHaveLength(6);
  expect(losing.flatMap(({ reasons }) => reasons.map(({ key }) => key))).toContain("exchange.lossMarks");
  expect(lossesOf("own", questions, "en")).toEqual({ notWritten: [], losing: [] });
});
