import type { Question, QuestionOf, QuestionText } from "./question-format.ts";
import type { AddFault, QuestionFault } from "./question-rules.ts";

/** What is missing or too much in a question's text of one language. */
export function questionTextFaults(question: Question, text: QuestionText): QuestionFault[] {
  const faults: QuestionFault[] = [];
  const add: AddFault = (path, key, values = {}) => faults.push({ path, key, values });
  const needed = neededTexts(question);
  for (const part of ["options", "left", "right", "regions"] as const) {
    sameParts(needed[part] ?? [], text[part], [part], add);
    if (part !== "right") differentWords(text[part], [part], add);
  }
  const ids = needed.optionWhy ?? [];
  for (const id of Object.keys(text.optionWhy ?? {})) {
    if (!ids.includes(id)) add(["optionWhy", id], "faults.textUnknown", { part: "optionWhy", id });
  }
  if (question.type === "blanks") gapTextFaults(question, text, add);
  else noText(text, ["body", "gaps"], add);
  if (question.type === "branching") wayTextFaults(question, text, add);
  else noText(text, ["steps"], add);
  if (question.type === "essay" || question.type === "file") rubricTextFaults(question, text, add);
  else noText(text, ["rubric", "guidance"], add);
  const isSeen = question.type === "hotspot" || question.type === "detection";
  if (!isSeen) noText(text, ["alt"], add);
  else if (!text.alt?.trim()) add(["alt"], "faults.altMissing");
  const isHeard = question.type === "detection" && question.medium !== "image";
  if (!isHeard) noText(text, ["transcript"], add);
  else if (!text.transcript?.trim()) add(["transcript"], "faults.transcriptMissing");
  return faults;
}

type Part = "options" | "optionWhy" | "left" | "right" | "regions";

function neededTexts(question: Question): Partial<Record<Part, string[]>> {
  switch (question.type) {
    case "single":
    case "scenario":
    case "multiple":
      return { options: question.options, optionWhy: question.options };
    case "order":
      return { options: question.options };
    case "truefalse":
      return { optionWhy: ["true", "false"] };
    case "match":
      return { left: question.pairs, right: [...question.pairs, ...question.distractors] };
    case "hotspot": {
      const regions = question.regions.map(({ id }) => id);
      return { regions, optionWhy: regions };
    }
    case "detection":
      return question.locate?.kind === "region"
        ? { regions: question.locate.regions.map(({ id }) => id) }
        : {};
    default:
      return {};
  }
}

function noText(text: QuestionText, parts: (keyof QuestionText)[], add: AddFault) {
  for (const part of parts) if (text[part] !== undefined) add([part], "faults.textNotNeeded", { part });
}

/** Every part has its text, and no text is for a part that is not there. */
function sameParts(
  ids: readonly string[],
  written: Record<string, unknown> | undefined,
  path: QuestionFault["path"],
  add: AddFault,
) {
  const part = String(path[0]);
  for (const id of ids) {
    if (!Object.hasOwn(written ?? {}, id)) add(path, "faults.textMissing", { part, id });
  }
  for (const id of Object.keys(written ?? {})) {
    if (!ids.includes(id)) add([...path, id], "faults.textUnknown", { part, id });
  }
}

function differentWords(
  written: Record<string, string> | undefined,
  path: QuestionFault["path"],
  add: AddFault,
) {
  const texts = Object.values(written ?? {}).map((words) => words.trim().toLowerCase());
  if (new Set(texts).size < texts.length) add(path, "faults.sameWords", { part: String(path[0]) });
}

function gapTextFaults({ gaps }: QuestionOf<"blanks">, text: QuestionText, add: AddFault) {
  const ids = gaps.map(({ id }) => id);
  const marks = [...(text.body ?? "").matchAll(/\{\{([^{}]*)\}\}/g)].map(([, id = ""]) => id);
  for (const id of ids) {
    const count = marks.filter((mark) => mark === id).length;
    if (count !== 1) add(["body"], count === 0 ? "faults.gapMarkMissing" : "faults.gapMarkTwice", { id });
  }
  for (const id of new Set(marks)) if (!ids.includes(id)) add(["body"], "faults.gapMarkUnknown", { id });
  for (const id of Object.keys(text.gaps ?? {})) {
    if (!ids.includes(id)) add(["gaps", id], "faults.textUnknown", { part: "gaps", id });
  }
  for (const gap of gaps) {
    const path = ["gaps", gap.id, "options"];
    const options = text.gaps?.[gap.id]?.options;
    sameParts(gap.kind === "choice" ? gap.options : [], options, path, add);
    differentWords(options, path, add);
  }
}

function wayTextFaults({ steps }: QuestionOf<"branching">, text: QuestionText, add: AddFault) {
  sameParts(
    steps.map(({ id }) => id),
    text.steps,
    ["steps"],
    add,
  );
  for (const { id, choices } of steps) {
    const written = text.steps?.[id];
    if (!written) continue;
    sameParts(
      choices.map((choice) => choice.id),
      written.choices,
      ["steps", id, "choices"],
      add,
    );
  }
}

function rubricTextFaults({ rubric }: QuestionOf<"essay" | "file">, text: QuestionText, add: AddFault) {
  sameParts(
    rubric.map(({ id }) => id),
    text.rubric,
    ["rubric"],
    add,
  );
  for (const { id, levels } of rubric) {
    const written = text.rubric?.[id];
    if (written && written.levels.length !== levels.length) {
      add(["rubric", id, "levels"], "faults.levelsDiffer", { id, count: levels.length });
    } else if (written && [written.title, ...written.levels].some((words) => words.trim() === "")) {
      add(["rubric", id], "faults.textMissing", { part: "rubric", id });
    }
  }
}
