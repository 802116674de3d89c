import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import fc from "fast-check";
import { expect, test } from "vitest";

import { readCurriculumItems } from "#app/assessment/exchange/curriculum-items.ts";
import type { ExchangeQuestion, MediaFile, ReadQuestion } from "#app/assessment/exchange/exchange.ts";
import { lossesOf, type WrittenFormat } from "#app/assessment/exchange/losses.ts";
import { readQuestionFile } from "#app/assessment/exchange/question-file.server.ts";
import { writtenFile } from "#app/assessment/exchange/written-file.server.ts";
import { question, type QuestionOf, type QuestionType, questionTypes } from "#app/library/question-format.ts";
import { anyExchangeOf } from "#tests/builders/any-exchange.ts";
import { everyQuestion } from "#tests/builders/every-question.ts";
import { readInEnglish } from "#tests/builders/question-files.ts";
import { scratchFolder } from "#tests/builders/scratch-folder.ts";

const foreignFormats = ["moodle-xml", "gift", "qti-2.1", "qti-2.2", "qti-3.0", "table"] as const;

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

async function held(file: MediaFile): Promise<MediaFile> {
  const bytes = await file.read();
  return { ...file, read: () => Promise.resolve(bytes) };
}

async function roundTrip(format: WrittenFormat, questions: ExchangeQuestion[]): Promise<ReadQuestion[]> {
  const categories = [...new Set(questions.map(({ category }) => category))];
  const { bytes, ending } = await writtenFile(format, { categories, questions }, "en");
  const folder = scratchFolder("round-trip");
  try {
    const path = join(folder, `file.${ending}`);
    writeFileSync(path, bytes);
    const read = await readQuestionFile({ path, name: `file.${ending}` }, readInEnglish);
    expect(read.leftOut).toEqual([]);
    // Read now: the archive is closed afterwards.
    const questions = await Promise.all(
      read.questions.map(async (one) => ({ ...one, media: await Promise.all(one.media.map(held)) })),
    );
    await read.close();
    return questions;
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

test.each(questionTypes)("our own form keeps any question of type %s", async (type) => {
  await fc.assert(
    fc.asyncProperty(anyExchangeOf(type), async (given) => {
      const [read] = await roundTrip("own", [given]);
      const { structure, texts, category, isRetired, media } = read as ReadQuestion;
      expect({ structure, texts, category, isRetired }).toEqual({
        structure: given.structure,
        texts: given.texts,
        category: given.category,
        isRetired: given.isRetired,
      });
      expect(await contentsOf(media)).toEqual(await contentsOf(given.media));
    }),
    { numRuns: 15 },
  );
});

const contentsOf = (media: ExchangeQuestion["media"]) =>
  Promise.all(media.map(async ({ name, read }) => [name, (await read()).toString("base64")]));

/** Formats tell all that they lose; what they do not tell must come back. */
test.each(foreignFormats)("%s keeps whatever it does not say it loses", async (format) => {
  const types = fc.constantFrom(...questionTypes).chain(anyExchangeOf);
  await fc.assert(
    fc.asyncProperty(types, async (given) => {
      const { notWritten, losing } = lossesOf(format, [given], "en");
      if (notWritten.length > 0) return;
      const [read] = await roundTrip(format, [given]);
      const told = new Set(losing.flatMap(({ reasons }) => reasons.map(({ key }) => key)));
      expect(comparable(read as ExchangeQuestion, told)).toEqual(comparable(given, told));
    }),
    { numRuns: 60 },
  );
});

test.each(["own", ...foreignFormats] as const)(
  "the curriculum's 138 items go through %s; what it loses is told",
  async (format) => {
    const source = readFileSync(join(import.meta.dirname, "../../fixtures/curriculum-items.json"), "utf8");
    const given: ExchangeQuestion[] = readCurriculumItems(JSON.parse(source)).questions.map(
      ({ category, structure, text }) => ({
        name: structure.id,
        category,
        structure,
        texts: { en: text },
        media: [],
        isRetired: false,
      }),
    );
    expect(given).toHaveLength(138);
    const { notWritten, losing } = lossesOf(format, given, "en");
    const read = await roundTrip(format, given);
    const held = given.filter(({ name }) => !notWritten.some((loss) => loss.name === name));
    const told = new Map(
      losing.map(({ name, reasons }) => [name, new Set(reasons.map(({ key }) => key as string))]),
    );
    const compared = (questions: ExchangeQuestion[]) =>
      questions
        .map((one) => [one.structure.id, comparable(one, told.get(one.structure.id) ?? new Set())] as const)
        .sort(([one], [other]) => (one < other ? -1 : 1));
    expect(compared(read)).toEqual(compared(held));
  },
);

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

const gapsOfEveryKind = [
  { id: "g1", kind: "choice", options: ["a", "b"], answer: "b", weight: 2 },
  {
    id: "g2",
    kind: "typed",
    accepted: [{ text: "evidence" }, { text: "proof", percent: 50 }],
    fold: { case: false, diacritics: false, script: false },
  },
  { id: "g3", kind: "number", answer: 112, tolerance: 0.5 },
];

const kept: [WrittenFormat, QuestionType, object][] = [
  ["moodle-xml", "single", bare],
  ["moodle-xml", "multiple", { scoring: "partial" }],
  ["moodle-xml", "truefalse", {}],
  ["moodle-xml", "order", { scoring: "pairs" }],
  ["moodle-xml", "match", { scoring: "each" }],
  ["moodle-xml", "numeric", { tolerance: 0.05, toleranceKind: "absolute" }],
  ["moodle-xml", "short", exact],
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
  ["qti-2.1", "blanks", { scoring: "all", gaps: gapsOfEveryKind }],
  ["qti-2.1", "blanks", { scoring: "each", gaps: gapsOfEveryKind }],
  ["qti-3.0", "blanks", { scoring: "all", gaps: gapsOfEveryKind }],
  ["qti-3.0", "single", bare],
  ["qti-3.0", "order", { scoring: "exact" }],
  ["qti-3.0", "match", { scoring: "all" }],
  ["qti-3.0", "hotspot", {}],
  ["table", "single", { ...bare, partial: {} }],
  ["table", "multiple", { scoring: "all" }],
  ["table", "truefalse", {}],
  ["table", "numeric", { units: [], isUnitRequired: false }],
];

test.each(kept)("%s keeps a question of type %s", async (format, type, change) => {
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
          optionWhy: words("optionWhy")[id],
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
        scoring: isOneRule(structure) ? null : structure.scoring,
        body: text.body,
        gaps: structure.gaps.map((gap) => ({
          kind: gap.kind,
          // It matters only among several gaps that count each by itself.
          weight: structure.scoring === "all" || structure.gaps.length === 1 ? null : gap.weight,
          right:
            gap.kind === "choice"
              ? gapOptions(text, gap.id)[gap.answer]
              : gap.kind === "number"
                ? gap.answer
                : gap.accepted,
          options: gap.kind === "choice" ? gap.options.map((id) => gapOptions(text, gap.id)[id]) : null,
          ...(gap.kind === "number" ? { tolerance: gap.tolerance, toleranceKind: gap.toleranceKind } : {}),
          ...(gap.kind === "typed" ? { fold: gap.fold, wildcards: gap.wildcards } : {}),
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

/** A single gap that is right or wrong: each by itself and all or nothing are one rule. */
function isOneRule({ gaps }: QuestionOf<"blanks">): boolean {
  const [only, ...others] = gaps;
  return (
    others.length === 0 && !(only?.kind === "typed" && only.accepted.some(({ percent }) => percent < 100))
  );
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

/** What formats may lose, by what they say then. A format that says nothing must not lose it. */
const partsLost: [string, string[]][] = [
  ["exchange.lossPoints", ["points"]],
  ["exchange.lossScoring", ["scoring", "weight", "wildcards"]],
  ["exchange.lossFolding", ["fold"]],
  ["exchange.lossCase", ["case"]],
  ["exchange.lossLimits", ["maxCharacters", "maxMegabytes", "accept"]],
  ["exchange.lossUnits", ["unit", "units", "isUnitRequired"]],
  ["exchange.lossRelative", ["tolerance", "toleranceKind"]],
  ["exchange.lossRubric", ["rubric"]],
  ["exchange.lossMedia", ["context", "media"]],
  ["exchange.lossPartial", ["percent"]],
  ["exchange.lossRetired", ["isRetired"]],
];
const marks = "id lesson critical recheck facts sources tags difficulty".split(" ");

/** A question without what a format said that it loses. Spaces are not compared: XML and HTML join them. */
function comparable({ structure, texts, category, isRetired, media }: ExchangeQuestion, told: Set<string>) {
  const plain = structure.type === "scenario" ? { ...structure, type: "single" as const } : structure;
  const meaning = meant(plain, texts.en as Record<string, unknown>);
  const dropped = new Set([
    ...marks,
    ...partsLost.flatMap(([key, parts]) => (told.has(key) ? parts : [])),
    ...(told.has("exchange.lossOptionWhy") ? ["optionWhy"] : []),
  ]);
  const given = { ...meaning, category, isRetired, media: media.length };
  return JSON.parse(
    JSON.stringify(given, (key, value: unknown) => {
      if (dropped.has(key)) return undefined;
      // Where nothing has a star, none can stand for anything.
      if (key === "wildcards") return false;
      // Gaps are numbered anew.
      return typeof value === "string"
        ? value
            .replace(/\{\{\w+\}\}/g, "{{}}")
            .replace(/\s+/g, " ")
            .trim()
        : value;
    }),
  ) as unknown;
}
