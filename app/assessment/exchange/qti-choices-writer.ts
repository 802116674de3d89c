import type { QuestionOf, QuestionText } from "#app/library/question-format.ts";

import { identifier, type Markup, tag } from "./qti-markup.ts";
import {
  type Body,
  declared,
  inline,
  mapped,
  mappingOf,
  response,
  simpleChoice,
  whenRight,
} from "./qti-parts.ts";
import { number } from "./written-text.ts";

export function choiceBody(
  structure: QuestionOf<"single"> | QuestionOf<"scenario"> | QuestionOf<"multiple">,
  text: QuestionText,
  above: string[],
  prompt: Markup,
): Body {
  const isSingle = structure.type !== "multiple";
  const rights = isSingle ? [structure.answer] : structure.answer;
  const mapping = choiceMapping(structure, rights);
  return {
    responses: [
      declared(isSingle ? "single" : "multiple", "identifier", rights.map(identifier), mapping ?? undefined),
    ],
    nodes: [
      ...above,
      tag(
        "choiceInteraction",
        { ...response, shuffle: "true", maxChoices: isSingle ? "1" : "0" },
        prompt,
        ...structure.options.map((id) => simpleChoice(id, text.options?.[id] ?? "", text.optionWhy?.[id])),
      ),
    ],
    score: [mapping ? mapped(["RESPONSE"]) : whenRight("RESPONSE")],
    feedback: text.optionWhy ? { cardinality: isSingle ? "single" : "multiple" } : null,
  };
}

function choiceMapping(
  structure: QuestionOf<"single"> | QuestionOf<"scenario"> | QuestionOf<"multiple">,
  rights: string[],
): Markup | null {
  const { points, options } = structure;
  if (structure.type === "multiple") {
    if (structure.scoring === "all") return null;
    const wrong = options.length - rights.length;
    const entries = options.map((key) => ({
      key: identifier(key),
      value: rights.includes(key) ? points / rights.length : -points / wrong,
    }));
    return mappingOf(entries, { lowerBound: "0", upperBound: number(points) });
  }
  const partial = Object.entries(structure.partial);
  if (partial.length === 0) return null;
  return mappingOf([
    { key: identifier(structure.answer), value: points },
    ...partial.map(([key, percent]) => ({ key: identifier(key), value: (points * percent) / 100 })),
  ]);
}

export function matchBody(
  structure: QuestionOf<"match">,
  text: QuestionText,
  above: string[],
  prompt: Markup,
): Body {
  const { pairs, distractors, points } = structure;
  const written = pairs.map((id) => `L-${id} R-${id}`);
  const isEach = structure.scoring === "each";
  const mapping = isEach
    ? mappingOf(written.map((key) => ({ key, value: points / pairs.length })))
    : undefined;
  const set = (side: string, ids: string[], texts: Record<string, string> = {}) =>
    tag(
      "simpleMatchSet",
      {},
      ...ids.map((id) =>
        tag(
          "simpleAssociableChoice",
          { identifier: `${side}-${id}`, matchMax: "1" },
          inline(texts[id] ?? ""),
        ),
      ),
    );
  return {
    responses: [declared("multiple", "directedPair", written, mapping)],
    nodes: [
      ...above,
      tag(
        "matchInteraction",
        { ...response, shuffle: "true", maxAssociations: String(pairs.length) },
        prompt,
        set("L", pairs, text.left),
        set("R", [...pairs, ...distractors], text.right),
      ),
    ],
    score: [isEach ? mapped(["RESPONSE"]) : whenRight("RESPONSE")],
    feedback: null,
  };
}

export function trueFalseBody(
  { answer }: QuestionOf<"truefalse">,
  { optionWhy }: QuestionText,
  above: string[],
  prompt: Markup,
): Body {
  const words = { true: "True", false: "False" };
  return {
    responses: [declared("single", "identifier", [String(answer)])],
    nodes: [
      ...above,
      tag(
        "choiceInteraction",
        { ...response, shuffle: "false", maxChoices: "1" },
        prompt,
        ...(["true", "false"] as const).map((id) => simpleChoice(id, words[id], optionWhy?.[id])),
      ),
    ],
    score: [whenRight("RESPONSE")],
    feedback: optionWhy ? { cardinality: "single" } : null,
  };
}

export function orderBody(
  { options }: QuestionOf<"order">,
  text: QuestionText,
  above: string[],
  prompt: Markup,
): Body {
  // Not in the right order even where nothing shuffles.
  const shown = [...options].sort().reverse();
  return {
    responses: [declared("ordered", "identifier", options.map(identifier))],
    nodes: [
      ...above,
      tag(
        "orderInteraction",
        { ...response, shuffle: "true" },
        prompt,
        ...shown.map((id) => simpleChoice(id, text.options?.[id] ?? "", undefined)),
      ),
    ],
    score: [whenRight("RESPONSE")],
    feedback: null,
  };
}
