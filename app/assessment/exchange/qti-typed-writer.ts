import type { QuestionOf, QuestionText } from "#app/library/question-format.ts";

import { identifier, type Markup, tag } from "./qti-markup.ts";
import {
  type Body,
  declared,
  mapped,
  mappingOf,
  qtiHtml,
  isEqual,
  response,
  setScore,
  whenEqual,
} from "./qti-parts.ts";
import { type AddressOf, escaped, htmlOfPlain, number, stemHtml } from "./written-text.ts";

export function numericBody(
  structure: QuestionOf<"numeric">,
  text: QuestionText,
  addressOf: AddressOf,
): Body {
  return {
    responses: [declared("single", "float", [number(structure.answer)])],
    nodes: [qtiHtml(stemHtml(text, addressOf)), tag("p", {}, tag("textEntryInteraction", response))],
    score: [whenEqual("RESPONSE", structure, tag("variable", { identifier: "MAXSCORE" }))],
    feedback: null,
  };
}

export function shortBody(structure: QuestionOf<"short">, text: QuestionText, addressOf: AddressOf): Body {
  return {
    responses: [typedDeclaration("RESPONSE", structure, structure.points)],
    nodes: [qtiHtml(stemHtml(text, addressOf)), tag("p", {}, tag("textEntryInteraction", response))],
    score: [mapped(["RESPONSE"])],
    feedback: null,
  };
}

type Typed = Pick<QuestionOf<"short">, "accepted" | "fold">;

function typedDeclaration(id: string, { accepted, fold }: Typed, points: number): Markup {
  const entries = accepted.map(({ text, percent }) => ({
    key: text,
    value: (points * percent) / 100,
    isCaseSensitive: !fold.case,
  }));
  return declared("single", "string", [accepted[0]?.text ?? ""], mappingOf(entries), id);
}

export function blanksBody(structure: QuestionOf<"blanks">, text: QuestionText, addressOf: AddressOf): Body {
  const written = new Map(structure.gaps.map((gap) => [gap.id, gapMarkup(gap, text)]));
  const pieces = htmlOfPlain(text.body ?? "").split(/(\{\{\w+\}\})/);
  const body = pieces.map(
    (piece) => written.get(/^\{\{(\w+)\}\}$/.exec(piece)?.[1] ?? "")?.interaction ?? piece,
  );
  return {
    responses: [...written.values()].map(({ declaration }) => declaration),
    nodes: [qtiHtml(stemHtml(text, addressOf)), ...body],
    score: structure.scoring === "all" ? whenAllRight(structure) : forEachGap(structure),
    feedback: null,
  };
}

function forEachGap(structure: QuestionOf<"blanks">): Markup[] {
  const maps = structure.gaps.filter(({ kind }) => kind !== "number").map(({ id }) => responseOf(id));
  return [
    ...(maps.length > 0 ? [mapped(maps)] : []),
    ...structure.gaps.flatMap((gap) => {
      if (gap.kind !== "number") return [];
      const added = tag("sum", {}, tag("variable", { identifier: "SCORE" }), float(gap.weight));
      return [whenEqual(responseOf(gap.id), gap, added)];
    }),
    ...scaled(structure),
  ];
}

/** What a mapping gives in full is right. */
function whenAllRight({ gaps }: QuestionOf<"blanks">): Markup[] {
  const rights = gaps.map((gap) => {
    const identifier = responseOf(gap.id);
    return gap.kind === "number"
      ? isEqual(identifier, gap)
      : tag("gte", {}, tag("mapResponse", { identifier }), float(gap.weight));
  });
  const most = tag("variable", { identifier: "MAXSCORE" });
  return [tag("responseCondition", {}, tag("responseIf", {}, tag("and", {}, ...rights), setScore(most)))];
}

const float = (value: number) => tag("baseValue", { baseType: "float" }, number(value));

/** Weights need not be the points together. */
function scaled({ gaps, points }: QuestionOf<"blanks">): Markup[] {
  const total = gaps.reduce((sum, { weight }) => sum + weight, 0);
  if (total === points) return [];
  return [setScore(tag("product", {}, tag("variable", { identifier: "SCORE" }), float(points / total)))];
}

const responseOf = (gap: string) => `RESPONSE-${gap}`;

function gapMarkup(gap: QuestionOf<"blanks">["gaps"][number], text: QuestionText) {
  const id = responseOf(gap.id);
  const entry = tag("textEntryInteraction", { responseIdentifier: id });
  if (gap.kind === "typed") return { interaction: entry, declaration: typedDeclaration(id, gap, gap.weight) };
  if (gap.kind === "number") {
    return {
      interaction: entry,
      declaration: declared("single", "float", [number(gap.answer)], undefined, id),
    };
  }
  const mapping = mappingOf([{ key: identifier(gap.answer), value: gap.weight }]);
  const words = text.gaps?.[gap.id]?.options ?? {};
  const choices = gap.options.map((option) =>
    tag("inlineChoice", { identifier: identifier(option) }, escaped(words[option] ?? "")),
  );
  return {
    declaration: declared("single", "identifier", [identifier(gap.answer)], mapping, id),
    interaction: tag("inlineChoiceInteraction", { responseIdentifier: id, shuffle: "false" }, ...choices),
  };
}
