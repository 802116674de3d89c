import { z } from "zod";

import { id, question, type Question, type QuestionText } from "#app/library/question-format.ts";

/**
 * Questions as the programme's curriculum lists them: a JSON list of items of the seven plain types, in English, with
 * the number of their course and lesson, facts, and the marks critical and recheck.
 */

export type CurriculumQuestion = {
  /** "Course 2/Lesson 3" */
  category: string;
  structure: Question;
  text: QuestionText;
};

/** What of a file could not be read, by the item's id or its place in the list. */
export type CurriculumFault = {
  item: string;
  reason: "not-a-list" | "unknown-form" | "key-outside-options";
  detail: string;
};

const text = z.string().min(1);
const itemCommon = {
  id,
  q: text,
  why: z.string().default(""),
  facts: z.array(id).default([]),
  course: z.number().int().positive(),
  lesson: z.number().int().positive(),
  recheck: z.boolean().default(false),
  critical: z.boolean().default(false),
};
const optionTexts = z.record(z.string().regex(/^[a-z0-9]+$/), text);

const curriculumItem = z.discriminatedUnion("type", [
  z.strictObject({ ...itemCommon, type: z.literal("single"), options: optionTexts, answer: text }),
  z.strictObject({ ...itemCommon, type: z.literal("scenario"), options: optionTexts, answer: text }),
  z.strictObject({
    ...itemCommon,
    type: z.literal("multiple"),
    options: optionTexts,
    answer: z.array(text).min(1),
  }),
  z.strictObject({ ...itemCommon, type: z.literal("truefalse"), answer: z.boolean() }),
  /** Listed in the right order. */
  z.strictObject({ ...itemCommon, type: z.literal("order"), options: z.array(text).min(2) }),
  z.strictObject({ ...itemCommon, type: z.literal("match"), pairs: z.array(z.tuple([text, text])).min(2) }),
  z.strictObject({
    ...itemCommon,
    type: z.literal("numeric"),
    answer: z.number(),
    tolerance: z.number().nonnegative().default(0),
    unit: text.optional(),
  }),
]);

type CurriculumItem = z.infer<typeof curriculumItem>;

/** Whether a file's content looks like a list of curriculum items. */
export function isCurriculumItems(content: string): boolean {
  return /^\uFEFF?\s*\[\s*\{/.test(content) && /"q"\s*:/.test(content);
}

/** Reads every item of a list that can be read; of each other one it tells why not. Never throws. */
export function readCurriculumItems(list: unknown): {
  questions: CurriculumQuestion[];
  faults: CurriculumFault[];
} {
  const questions: CurriculumQuestion[] = [];
  const faults: CurriculumFault[] = [];
  if (!Array.isArray(list)) faults.push({ item: "", reason: "not-a-list", detail: "" });
  for (const [index, given] of (Array.isArray(list) ? (list as unknown[]) : []).entries()) {
    const name = nameOf(given) ?? `#${index + 1}`;
    const item = curriculumItem.safeParse(given);
    if (!item.success) {
      const [issue] = item.error.issues;
      faults.push({ item: name, reason: "unknown-form", detail: issue?.path.join(".") ?? "" });
      continue;
    }
    const outside = keysOutside(item.data);
    if (outside.length > 0) {
      faults.push({ item: name, reason: "key-outside-options", detail: outside.join(", ") });
      continue;
    }
    questions.push(questionOf(item.data));
  }
  return { questions, faults };
}

function nameOf(given: unknown): string | null {
  const named = z.object({ id: z.string() }).safeParse(given);
  return named.success ? named.data.id : null;
}

function keysOutside(item: CurriculumItem): string[] {
  if (item.type !== "single" && item.type !== "scenario" && item.type !== "multiple") return [];
  return [item.answer].flat().filter((answer) => !(answer in item.options));
}

function questionOf(item: CurriculumItem): CurriculumQuestion {
  const { type, q, why, course, lesson, facts, recheck, critical } = item;
  const { key, texts } = partsOf(item);
  return {
    category: `Course ${course}/Lesson ${lesson}`,
    structure: question.parse({ id: item.id, type, facts, recheck, critical, ...key }),
    text: { q, why, ...texts },
  };
}

/** Parts without ids get those of course folders: s1, s2 … in order, p1, p2 … for pairs. */
function partsOf(item: CurriculumItem): { key: object; texts: Partial<QuestionText> } {
  switch (item.type) {
    case "single":
    case "scenario":
    case "multiple":
      return {
        key: { options: Object.keys(item.options), answer: item.answer },
        texts: { options: item.options },
      };
    case "truefalse":
      return { key: { answer: item.answer }, texts: {} };
    case "order": {
      const steps = item.options.map((option, index) => [`s${index + 1}`, option] as const);
      return { key: { options: steps.map(([part]) => part) }, texts: { options: Object.fromEntries(steps) } };
    }
    case "match": {
      const pairs = item.pairs.map(([left, right], index) => ({ part: `p${index + 1}`, left, right }));
      const side = (which: "left" | "right") =>
        Object.fromEntries(pairs.map((pair) => [pair.part, pair[which]]));
      return {
        key: { pairs: pairs.map(({ part }) => part) },
        texts: { left: side("left"), right: side("right") },
      };
    }
    case "numeric": {
      const { answer, tolerance, unit } = item;
      return { key: { answer, tolerance, ...(unit ? { unit } : {}) }, texts: {} };
    }
  }
}
