import type { Question, QuestionText } from "#app/library/question-format.ts";

import { fault, fieldsUnder, type FormFields, type FormReader, textAt } from "./form-fields.ts";
import { levelIds, textParts } from "./text-parts.ts";

/** The texts of a question in one language as fields of a form; the opposite of `textOfForm`. */
export function textFields(text: QuestionText): FormFields {
  const fields: FormFields = {
    q: text.q,
    why: text.why,
    context: text.context ?? "",
    body: text.body ?? "",
    alt: text.alt ?? "",
    transcript: text.transcript ?? "",
    guidance: text.guidance ?? "",
    ...fieldsUnder("option", text.options),
    ...fieldsUnder("optionWhy", text.optionWhy),
    ...fieldsUnder("left", text.left),
    ...fieldsUnder("right", text.right),
    ...fieldsUnder("region", text.regions),
  };
  for (const [id, gap] of Object.entries(text.gaps ?? {})) {
    if (gap.label) fields[`gap.${id}.label`] = gap.label;
    Object.assign(fields, fieldsUnder(`gap.${id}.option`, gap.options));
  }
  for (const [id, step] of Object.entries(text.steps ?? {})) {
    fields[`step.${id}`] = step.text;
    for (const [choice, words] of Object.entries(step.choices)) {
      fields[`step.${id}.choice.${choice}`] = words.text;
      fields[`step.${id}.choice.${choice}.consequence`] = words.consequence;
    }
  }
  for (const [id, criterion] of Object.entries(text.rubric ?? {})) {
    fields[`criterion.${id}`] = criterion.title;
    criterion.levels.forEach((level, index) => {
      fields[`criterion.${id}.level.${index + 1}`] = level;
    });
  }
  return fields;
}

/**
 * How much of a text has to be there. whole: every needed text; further: only the question itself, and what belongs
 * together (a choice with its consequence, a criterion with its levels) wholly or not at all; carried: of a criterion
 * also a part, since levels were added to it.
 */
export type TextDemand = "whole" | "further" | "carried";

/** The texts of a question out of a form. */
export function textOfForm(reader: FormReader, question: Question, demand: TextDemand): QuestionText {
  const written = new Map<string, string>();
  for (const part of textParts(question, reader.fields)) {
    const text = textAt(reader, part.name);
    if (text !== "") written.set(part.name, text);
    else if (part.isNeeded && (demand === "whole" || part.name === "q"))
      fault(reader, part.name, "bank.textMissing");
  }
  if (question.type === "blanks") checkMarks(reader, written.get("body"), question.gaps);
  const one = (name: "context" | "body" | "alt" | "transcript" | "guidance") => {
    const text = written.get(name);
    return text === undefined ? {} : { [name]: text };
  };
  return {
    q: written.get("q") ?? "",
    ...one("context"),
    why: written.get("why") ?? "",
    ...some("options", under(written, "option")),
    ...some("optionWhy", under(written, "optionWhy")),
    ...some("left", under(written, "left")),
    ...some("right", under(written, "right")),
    ...one("body"),
    ...some("gaps", question.type === "blanks" ? gapTexts(written, question.gaps) : {}),
    ...some("steps", question.type === "branching" ? stepTexts(reader, written, question.steps) : {}),
    ...one("alt"),
    ...one("transcript"),
    ...some("regions", under(written, "region")),
    ...some("rubric", "rubric" in question ? rubricTexts(reader, written, question.rubric, demand) : {}),
    ...one("guidance"),
  };
}

type Written = Map<string, string>;
type Of<Type extends Question["type"]> = Extract<Question, { type: Type }>;

function some<Name extends string, Values extends object>(
  name: Name,
  values: Values,
): { [key in Name]?: Values } {
  return Object.keys(values).length === 0 ? {} : ({ [name]: values } as { [key in Name]: Values });
}

function under(written: Written, prefix: string): Record<string, string> {
  const start = `${prefix}.`;
  const found = [...written].filter(([name]) => name.startsWith(start));
  return Object.fromEntries(found.map(([name, text]) => [name.slice(start.length), text]));
}

/** Every gap has its mark in the text, once, and there is no other mark. */
function checkMarks(reader: FormReader, body: string | undefined, gaps: Of<"blanks">["gaps"]) {
  if (body === undefined) return;
  const marks = [...body.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g)].map(([, id]) => id ?? "");
  const ids = gaps.map(({ id }) => id);
  if (marks.length !== ids.length || ids.some((id) => !marks.includes(id))) {
    fault(reader, "body", "bank.bodyMarks");
  }
}

function gapTexts(written: Written, gaps: Of<"blanks">["gaps"]): NonNullable<QuestionText["gaps"]> {
  const texts = gaps.map(({ id }) => {
    const label = written.get(`gap.${id}.label`);
    const words = { ...(label ? { label } : {}), ...some("options", under(written, `gap.${id}.option`)) };
    return [id, words] as const;
  });
  return Object.fromEntries(texts.filter(([, words]) => Object.keys(words).length > 0));
}

function stepTexts(reader: FormReader, written: Written, steps: Of<"branching">["steps"]) {
  const texts: NonNullable<QuestionText["steps"]> = {};
  for (const { id, choices } of steps) {
    const words: Record<string, { text: string; consequence: string }> = {};
    for (const choice of choices) {
      const name = `step.${id}.choice.${choice.id}`;
      if (!allOrNothing(reader, written, [name, `${name}.consequence`])) continue;
      words[choice.id] = {
        text: written.get(name) ?? "",
        consequence: written.get(`${name}.consequence`) ?? "",
      };
    }
    const text = written.get(`step.${id}`);
    if (text !== undefined) texts[id] = { text, choices: words };
    else if (Object.keys(words).length > 0) fault(reader, `step.${id}`, "bank.textMissing");
  }
  return texts;
}

function rubricTexts(
  reader: FormReader,
  written: Written,
  rubric: Of<"essay">["rubric"],
  demand: TextDemand,
) {
  const texts: NonNullable<QuestionText["rubric"]> = {};
  for (const criterion of rubric) {
    const { id } = criterion;
    const names = levelIds(criterion, reader.fields).map((level) => `criterion.${id}.level.${level}`);
    const all = [`criterion.${id}`, ...names];
    const isKept =
      demand === "carried" ? all.some((name) => written.has(name)) : allOrNothing(reader, written, all);
    if (!isKept) continue;
    const title = written.get(`criterion.${id}`) ?? "";
    texts[id] = { title, levels: names.map((name) => written.get(name) ?? "") };
  }
  return texts;
}

/** Whether all of these were written; if only some were, the others are faults. */
function allOrNothing(reader: FormReader, written: Written, names: string[]): boolean {
  const missing = names.filter((name) => !written.has(name));
  if (missing.length > 0 && missing.length < names.length) {
    for (const name of missing) fault(reader, name, "bank.textMissing");
  }
  return missing.length === 0;
}
