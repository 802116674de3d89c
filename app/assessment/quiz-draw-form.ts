import { z } from "zod";

import { difficulties, questionTypes } from "#app/library/question-format.ts";
import type { Draw, DrawRule } from "#app/library/quiz-format.ts";
import type { Fields, FormErrors } from "#app/platform/form-fields.ts";

import { checkboxField, listField, numberField } from "./quiz-fields.ts";

/** Empty rows for further rules, so that some can be added without a script. */
export const spareRules = 2;

const base = z.object({
  count: numberField({ least: 1, most: 500, empty: null }, "quizzes.countWrong").refine(
    (count) => count !== null,
    "quizzes.countMissing",
  ),
  perLesson: numberField({ least: 0, most: 50, empty: 0 }, "quizzes.countWrong"),
  allCritical: checkboxField,
  /** Categories of the course's bank. */
  from: listField,
  /** Banks, or "bank/category" of one. */
  shared: listField,
});

const oneOf = <Value extends string>(values: readonly [Value, ...Value[]]) =>
  listField.pipe(z.array(z.enum(values, "quizzes.formDamaged")));

/** Rule number `index` of the form. */
function ruleForm(index: number) {
  return z
    .object({
      [`rule${index}count`]: numberField({ least: 1, most: 500, empty: null }, "quizzes.countWrong"),
      [`rule${index}categories`]: listField,
      [`rule${index}tags`]: listField,
      [`rule${index}lessons`]: listField,
      [`rule${index}difficulties`]: oneOf(difficulties),
      [`rule${index}types`]: oneOf(questionTypes),
    })
    .transform((fields) => {
      const of = (part: string) => (fields as Record<string, unknown>)[`rule${index}${part}`];
      return {
        count: of("count") as number | null,
        categories: of("categories") as string[],
        tags: of("tags") as string[],
        lessons: of("lessons") as string[],
        difficulties: of("difficulties") as DrawRule["difficulties"],
        types: of("types") as DrawRule["types"],
      };
    });
}

/** Reads a draw from the form; a rule without a count is none. */
export function readDraw(fields: Fields): { draw: Draw; errors: null } | { draw: null; errors: FormErrors } {
  const errors: FormErrors = {};
  const read = <Schema extends z.ZodType>(schema: Schema) => {
    const parsed = schema.safeParse(fields);
    for (const { path, message } of parsed.error?.issues ?? []) {
      errors[String(path[0] ?? "form")] ??= message as FormErrors[string];
    }
    return parsed.data as z.infer<Schema> | undefined;
  };
  const draw = read(base);
  const rules = Array.from({ length: ruleCount(fields) }, (_, index) => read(ruleForm(index)));
  if (!draw || Object.keys(errors).length > 0) return { draw: null, errors };
  return {
    errors: null,
    draw: {
      count: draw.count as number,
      perLesson: draw.perLesson,
      allCritical: draw.allCritical,
      from: draw.from,
      shared: draw.shared.map(sharedSource),
      atLeast: [],
      rules: rules.flatMap((rule) => (rule && rule.count !== null ? [{ ...rule, count: rule.count }] : [])),
    },
  };
}

function ruleCount(fields: Fields): number {
  const indexes = Object.keys(fields).flatMap((name) => /^rule(\d{1,3})count$/.exec(name)?.[1] ?? []);
  return Math.max(0, ...indexes.map((index) => Number(index) + 1));
}

function sharedSource(value: string): Draw["shared"][number] {
  const slash = value.indexOf("/");
  return slash < 0 ? { bank: value } : { bank: value.slice(0, slash), category: value.slice(slash + 1) };
}

/** A source of a shared bank as the form has it. */
export function sharedValue({ bank, category }: Draw["shared"][number]): string {
  return category === undefined ? bank : `${bank}/${category}`;
}

/** The rules of a draw as the form shows them: "at least so many of these types" is a rule like any other. */
export function rulesOf(draw: Draw): DrawRule[] {
  const ofTypes = draw.atLeast.map(({ types, count }) => ({
    categories: [],
    tags: [],
    lessons: [],
    difficulties: [],
    types,
    count,
  }));
  return [...ofTypes, ...draw.rules];
}

/** A draw as fields of the form, with empty rules to fill in. */
export function formOfDraw(draw: Draw | undefined): Fields {
  if (!draw) return {};
  const rules = rulesOf(draw).map(({ count, ...lists }, index) => ({
    [`rule${index}count`]: String(count),
    ...Object.fromEntries(Object.entries(lists).map(([part, list]) => [`rule${index}${part}`, list])),
  }));
  return Object.assign(
    {
      count: String(draw.count),
      perLesson: draw.perLesson === 0 ? "" : String(draw.perLesson),
      ...(draw.allCritical && { allCritical: "yes" }),
      from: draw.from,
      shared: draw.shared.map(sharedValue),
    },
    ...rules,
  ) as Fields;
}

/** What the form shows for these fields, whether they make a draw or not. */
export function drawFieldsOf(fields: Fields) {
  const text = (name: string) => (typeof fields[name] === "string" ? fields[name] : "");
  const list = (name: string) => listField.parse(fields[name]);
  return {
    count: text("count"),
    perLesson: text("perLesson"),
    allCritical: fields.allCritical === "yes",
    from: list("from"),
    shared: list("shared"),
    rules: Array.from({ length: Math.max(spareRules, ruleCount(fields) + 1) }, (_, index) => ({
      count: text(`rule${index}count`),
      categories: list(`rule${index}categories`),
      tags: list(`rule${index}tags`),
      lessons: list(`rule${index}lessons`),
      difficulties: list(`rule${index}difficulties`),
      types: list(`rule${index}types`),
    })),
  };
}
