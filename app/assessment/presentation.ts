import type { Question } from "#app/library/question-format.ts";

import { randomFrom, shuffled } from "./random.ts";

/**
 * In which order the parts of a question are shown. Pages know parts only by their place in it: option ids of ordering
 * and matching questions would give the answer away.
 */
export type Presentation = {
  /** Options, left parts, or regions. */
  options: string[];
  right: string[];
  /** By gap or step: its options or choices. Questions shown before there were such have none. */
  inner?: Record<string, string[]>;
};

/**
 * The parts of a question in the order in which they are shown. With `isShuffled` false they keep the order in which
 * they were written, but parts to be ordered are never shown in the right order, and right parts of pairs never beside
 * their partners.
 */
export function presentationOf(question: Question, random: () => number, isShuffled = true): Presentation {
  const arranged = (ids: string[]) => (isShuffled ? shuffled(ids, random) : [...ids]);
  const idsOf = (list: { id: string }[]) => list.map(({ id }) => id);
  const nothing: Presentation = { options: [], right: [] };
  switch (question.type) {
    case "single":
    case "scenario":
    case "multiple":
      return { ...nothing, options: arranged(question.options) };
    case "order":
      return { ...nothing, options: disordered(question.options, random) };
    case "match":
      return {
        options: arranged(question.pairs),
        right: shuffled([...question.pairs, ...(question.distractors ?? [])], random),
      };
    case "blanks":
      return {
        ...nothing,
        inner: Object.fromEntries(
          question.gaps.flatMap((gap) => (gap.kind === "choice" ? [[gap.id, arranged(gap.options)]] : [])),
        ),
      };
    case "branching":
      return {
        ...nothing,
        inner: Object.fromEntries(question.steps.map(({ id, choices }) => [id, arranged(idsOf(choices))])),
      };
    case "hotspot":
      return { ...nothing, options: arranged(idsOf(question.regions)) };
    case "detection":
      return question.locate?.kind === "region"
        ? { ...nothing, options: arranged(idsOf(question.locate.regions)) }
        : nothing;
    default:
      return nothing;
  }
}

/**
 * For a question outside of any attempt: the same for everybody and every time, because nothing is stored that could
 * remember a shuffle.
 */
export function fixedPresentation(key: string, question: Question): Presentation {
  const seed = [...key].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7);
  return presentationOf(question, randomFrom(seed));
}

/** Shuffled, and not as it was: an order that came out right is begun at its second part. */
function disordered(options: string[], random: () => number): string[] {
  const mixed = shuffled(options, random);
  const isRight = mixed.every((option, place) => option === options[place]);
  return isRight ? [...mixed.slice(1), ...mixed.slice(0, 1)] : mixed;
}
