import type { MessageKey, MessageValues } from "#app/platform/i18n.tsx";

import { areaOf, crossesItself } from "./polygon.ts";
import type { Folding, Question, QuestionOf, Region } from "./question-format.ts";

/**
 * Something wrong in a question: where in its structure or text, and which sentence of the area "faults" says what, so
 * that a form can show it at its field in any language and courses:check in English.
 */
export type QuestionFault = {
  path: (string | number)[];
  key: Extract<MessageKey, `faults.${string}`>;
  values: MessageValues;
};

type Path = QuestionFault["path"];
export type AddFault = (path: Path, key: QuestionFault["key"], values?: QuestionFault["values"]) => void;

/** What the schema cannot see in a question's structure: keys that name nothing, ways that never end, regions outside. */
export function questionFaults(question: Question): QuestionFault[] {
  const faults: QuestionFault[] = [];
  const add: AddFault = (path, key, values = {}) => faults.push({ path, key, values });
  switch (question.type) {
    case "single":
    case "scenario":
      uniqueParts(question.options, ["options"], add);
      knownParts([question.answer], question.options, ["answer"], add);
      knownParts(Object.keys(question.partial), question.options, ["partial"], add);
      if (question.answer in question.partial) add(["partial"], "faults.partialOfAnswer");
      break;
    case "multiple":
      uniqueParts(question.options, ["options"], add);
      uniqueParts(question.answer, ["answer"], add);
      knownParts(question.answer, question.options, ["answer"], add);
      if (question.scoring === "partial" && question.options.every((one) => question.answer.includes(one))) {
        add(["answer"], "faults.noWrongOption");
      }
      break;
    case "order":
      uniqueParts(question.options, ["options"], add);
      break;
    case "match":
      uniqueParts([...question.pairs, ...question.distractors], ["pairs"], add);
      break;
    case "numeric":
      numberFaults(question, [], add);
      unitFaults(question, add);
      break;
    case "short":
      typedFaults(question, [], add);
      break;
    case "blanks":
      gapFaults(question, add);
      break;
    case "branching":
      wayFaults(question, add);
      break;
    case "hotspot":
      regionFaults(question.regions, ["regions"], add);
      if (question.regions.every(({ right }) => right)) add(["regions"], "faults.noWrongOption");
      break;
    case "essay":
    case "file":
      uniqueParts(
        question.rubric.map(({ id }) => id),
        ["rubric"],
        add,
      );
      question.rubric.forEach(({ id, levels }, index) => {
        const isRising = levels.every((points, level) => level === 0 || points > (levels[level - 1] ?? 0));
        if (!isRising) add(["rubric", index, "levels"], "faults.levelsNotRising", { id });
      });
      break;
    case "detection":
      locateFaults(question, add);
      break;
    case "truefalse":
      break;
  }
  return faults;
}

function uniqueParts(ids: readonly string[], path: Path, add: AddFault) {
  for (const id of new Set(ids.filter((one, index) => ids.indexOf(one) !== index))) {
    add(path, "faults.partTwice", { id });
  }
}

function knownParts(named: readonly string[], ids: readonly string[], path: Path, add: AddFault) {
  for (const id of named.filter((one) => !ids.includes(one))) add(path, "faults.partUnknown", { id });
}

function numberFaults(
  { answer, tolerance, toleranceKind }: { answer: number; tolerance: number; toleranceKind: string },
  path: Path,
  add: AddFault,
) {
  if (toleranceKind === "relative" && answer === 0 && tolerance > 0) {
    add([...path, "tolerance"], "faults.partOfZero");
  }
}

function unitFaults({ unit, units, isUnitRequired }: QuestionOf<"numeric">, add: AddFault) {
  if (!unit && (units.length > 0 || isUnitRequired)) add(["unit"], "faults.noUnit");
  uniqueParts([...(unit ? [unit] : []), ...units.map((other) => other.unit)], ["units"], add);
}

type Typed = { accepted: { text: string; percent: number }[]; fold: Folding; wildcards: boolean };

function typedFaults({ accepted, wildcards }: Typed, path: Path, add: AddFault) {
  accepted.forEach(({ text }, index) => {
    const place = [...path, "accepted", index, "text"];
    if (text.trim() === "") add(place, "faults.emptyAnswer");
    else if (wildcards && /^[*\s]+$/.test(text)) add(place, "faults.acceptsEverything");
  });
  if (accepted.every(({ percent }) => percent < 100)) add([...path, "accepted"], "faults.noFullAnswer");
}

function gapFaults({ gaps }: QuestionOf<"blanks">, add: AddFault) {
  uniqueParts(
    gaps.map(({ id }) => id),
    ["gaps"],
    add,
  );
  gaps.forEach((gap, index) => {
    const path = ["gaps", index];
    if (gap.kind === "typed") return typedFaults(gap, path, add);
    if (gap.kind === "number") return numberFaults(gap, path, add);
    uniqueParts(gap.options, [...path, "options"], add);
    knownParts([gap.answer], gap.options, [...path, "answer"], add);
  });
}

function wayFaults({ steps }: QuestionOf<"branching">, add: AddFault) {
  const ids = steps.map(({ id }) => id);
  uniqueParts(ids, ["steps"], add);
  steps.forEach((step, index) => {
    const path = ["steps", index, "choices"];
    uniqueParts(
      step.choices.map(({ id }) => id),
      path,
      add,
    );
    step.choices.forEach(({ next }, place) => {
      if (next !== undefined && !ids.includes(next)) {
        add([...path, place, "next"], "faults.partUnknown", { id: next });
      }
    });
    if (reachedFrom(steps, step.id).has(step.id)) {
      add(["steps", index], "faults.stepInCircle", { id: step.id });
    }
  });
  const reached = steps[0] ? reachedFrom(steps, steps[0].id) : new Set();
  steps.forEach(({ id }, index) => {
    if (index > 0 && !reached.has(id)) add(["steps", index], "faults.stepUnreached", { id });
  });
  if (steps.every(({ choices }) => choices.every(({ points }) => points === 0))) {
    add(["steps"], "faults.noPoints");
  }
}

/** The steps that can come after a step; with itself only if a way leads back. */
function reachedFrom(steps: QuestionOf<"branching">["steps"], from: string): Set<string> {
  const reached = new Set<string>();
  const waiting = [from];
  while (waiting.length > 0) {
    const id = waiting.pop();
    for (const { next } of steps.find((step) => step.id === id)?.choices ?? []) {
      if (next === undefined || reached.has(next)) continue;
      reached.add(next);
      waiting.push(next);
    }
  }
  return reached;
}

function regionFaults(regions: readonly Region[], path: Path, add: AddFault) {
  uniqueParts(
    regions.map(({ id }) => id),
    path,
    add,
  );
  regions.forEach((region, index) => {
    const { id } = region;
    if (!isInside(region)) add([...path, index, "at"], "faults.regionOutside", { id });
    if (region.shape !== "polygon") return;
    if (crossesItself(region.at)) add([...path, index, "at"], "faults.regionCrosses", { id });
    // In hundredths of a percent of the picture.
    else if (areaOf(region.at) < 0.01) add([...path, index, "at"], "faults.regionFlat", { id });
  });
  if (!regions.some(({ right }) => right)) add(path, "faults.noRightRegion");
}

/** A circle's height depends on the picture's, so only its middle and its width are looked at. */
function isInside(region: Region): boolean {
  const fits = (...values: number[]) => values.every((value) => value >= 0 && value <= 100);
  if (region.shape === "polygon") return region.at.every(([x, y]) => fits(x, y));
  if (region.shape === "circle") {
    const [x, y, radius] = region.at;
    return fits(x - radius, x + radius, y);
  }
  const [left, top, width, height] = region.at;
  return fits(left, top, left + width, top + height);
}

function locateFaults({ medium, answer, locate }: QuestionOf<"detection">, add: AddFault) {
  if (!locate) return;
  if (answer === "real") add(["locate"], "faults.nothingToLocate");
  if ((locate.kind === "region") !== (medium === "image")) add(["locate"], "faults.locateMedium");
  if (locate.kind === "region") regionFaults(locate.regions, ["locate", "regions"], add);
  else if (locate.to < locate.from) add(["locate", "to"], "faults.secondsReversed");
}
