import type { Question } from "#app/library/question-format.ts";

import { shuffled } from "./random.ts";

/**
 * In which order the parts of a question are shown. Pages know parts only by their place in it: option ids of ordering
 * and matching questions would give the answer away.
 */
export type Presentation = { options: string[]; right: string[] };

/** Shuffles the parts of a question. Parts to be ordered are never shown in the right order. */
export function presentationOf(question: Question, random: () => number): Presentation {
  if (question.type === "numeric" || question.type === "truefalse") return { options: [], right: [] };
  if (question.type === "match") {
    return { options: shuffled(question.pairs, random), right: shuffled(question.pairs, random) };
  }
  if (!("options" in question)) return { options: [], right: [] };
  let options = shuffled(question.options, random);
  while (question.type === "order" && options.every((option, index) => option === question.options[index])) {
    options = shuffled(question.options, random);
  }
  return { options, right: [] };
}
