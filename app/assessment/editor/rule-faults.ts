import type { Question, QuestionText, Region } from "#app/library/question-format.ts";
import { type QuestionFault, questionFaults } from "#app/library/question-rules.ts";
import { questionTextFaults } from "#app/library/question-text-rules.ts";
import type { MessageKey } from "#app/platform/i18n.tsx";

import { fault, type FormReader, partsAt } from "./form-fields.ts";

/** Notes what the rules find wrong in a question at the fields that it was read from. */
export function noteRuleFaults(reader: FormReader, question: Question): void {
  for (const { path, key, values } of questionFaults(question)) {
    fault(reader, fieldOf(reader, question, path), sentenceOf(key, values));
  }
}

/** Notes answers that say the same: what else can be wrong in a text is noted while it is read. */
export function noteSameWords(reader: FormReader, question: Question, text: QuestionText): void {
  for (const { path, key } of questionTextFaults(question, text)) {
    if (key !== "faults.sameWords") continue;
    const [part, gap] = path;
    const field = part === "gaps" ? `gap.${gap}.options` : part === "left" ? "pairs" : String(part);
    fault(reader, field, "bank.sameWords");
  }
}

/** Sentences that name a part by its id: beside its own fields it needs no name. */
const beside: Record<string, MessageKey> = {
  "faults.stepInCircle": "bank.stepInCircle",
  "faults.stepUnreached": "bank.stepUnreached",
  "faults.regionOutside": "bank.regionOutside",
  "faults.regionFlat": "bank.regionFlat",
  "faults.regionCrosses": "bank.regionCrosses",
  "faults.levelsNotRising": "bank.levelsNotRising",
};

function sentenceOf(key: QuestionFault["key"], values: QuestionFault["values"]): MessageKey {
  return beside[key] ?? (Object.keys(values).length > 0 ? "bank.formWrong" : key);
}

function fieldOf(reader: FormReader, question: Question, path: QuestionFault["path"]): string {
  const [part, index, ...rest] = path;
  const at = Number(index);
  switch (part) {
    case "answer":
    case "partial":
      return "options";
    case "accepted":
      return acceptedField(reader, "", path);
    case "gaps": {
      const prefix = question.type === "blanks" ? `gap.${question.gaps[at]?.id}.` : "";
      return rest[0] === "accepted"
        ? acceptedField(reader, prefix, rest)
        : `${prefix}${String(rest[0] ?? "kind")}`;
    }
    case "steps": {
      const step = question.type === "branching" ? question.steps[at] : undefined;
      return step ? `step.${step.id}` : "steps";
    }
    case "regions":
      return regionField(question.type === "hotspot" ? question.regions[at] : undefined);
    case "rubric": {
      const criterion = "rubric" in question ? question.rubric[at] : undefined;
      return criterion ? `criterion.${criterion.id}.levels` : "criteria";
    }
    case "locate": {
      if (index !== "regions") return index === "to" ? "to" : "locate";
      const locate = question.type === "detection" ? question.locate : undefined;
      return regionField(locate?.kind === "region" ? locate.regions[Number(rest[0])] : undefined);
    }
    default:
      return String(part);
  }
}

/** The corners of a polygon are one field; the numbers of other shapes are several, which are told of at the name. */
function regionField(region: Region | undefined): string {
  if (!region) return "regions";
  return region.shape === "polygon" ? `region.${region.id}.corners` : `region.${region.id}`;
}

function acceptedField(reader: FormReader, prefix: string, [, index]: QuestionFault["path"]): string {
  const list = `${prefix}accepted`;
  const id = partsAt(reader, list)[Number(index)];
  return id === undefined ? list : `${list}.${id}.text`;
}
