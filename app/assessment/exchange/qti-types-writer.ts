import type { QuestionOf, QuestionText } from "#app/library/question-format.ts";

import type { ExchangeQuestion } from "./exchange.ts";
import { pictureSize } from "./picture-size.ts";
import { type Markup, tag } from "./qti-markup.ts";
import {
  type AddressOf,
  escaped,
  htmlOfMarkdown,
  htmlOfPlain,
  number,
  rubricLines,
  stemHtml,
} from "./written-text.ts";

/** What of an item depends on its type. `score`: null when a person grades. */
export type Body = {
  responses: Markup[];
  nodes: (Markup | string)[];
  score: Markup[] | null;
  feedback: { cardinality: "single" | "multiple" } | null;
};

const response = { responseIdentifier: "RESPONSE" };

/** Files are written by their addresses; `pictures` are their contents, for a hotspot's size. */
export function qtiBody(
  structure: ExchangeQuestion["structure"],
  text: QuestionText,
  pictures: ReadonlyMap<string, Buffer>,
  addressOf: AddressOf,
): Body {
  const above = text.context ? [`<div>${htmlOfMarkdown(text.context, addressOf)}</div>`] : [];
  const prompt = tag("prompt", {}, escaped(text.q));
  switch (structure.type) {
    case "single":
    case "scenario":
    case "multiple":
      return choiceBody(structure, text, above, prompt);
    case "truefalse": {
      const words = { true: "True", false: "False" };
      return {
        responses: [declared("single", "identifier", [String(structure.answer)])],
        nodes: [
          ...above,
          tag(
            "choiceInteraction",
            { ...response, shuffle: "false", maxChoices: "1" },
            prompt,
            ...(["true", "false"] as const).map((id) => simpleChoice(id, words[id], text.optionWhy?.[id])),
          ),
        ],
        score: [whenRight("RESPONSE")],
        feedback: text.optionWhy ? { cardinality: "single" } : null,
      };
    }
    case "order":
      return {
        responses: [declared("ordered", "identifier", structure.options)],
        nodes: [
          ...above,
          tag(
            "orderInteraction",
            { ...response, shuffle: "true" },
            prompt,
            // Not in the right order even where nothing shuffles.
            ...[...structure.options]
              .sort()
              .reverse()
              .map((id) => simpleChoice(id, text.options?.[id] ?? "", undefined)),
          ),
        ],
        score: [whenRight("RESPONSE")],
        feedback: null,
      };
    case "match":
      return matchBody(structure, text, above, prompt);
    case "numeric":
      return {
        responses: [declared("single", "float", [number(structure.answer)])],
        nodes: [stemHtml(text, addressOf), tag("p", {}, tag("textEntryInteraction", response))],
        score: [whenEqual("RESPONSE", structure, tag("variable", { identifier: "MAXSCORE" }))],
        feedback: null,
      };
    case "short":
      return {
        responses: [typedDeclaration("RESPONSE", structure, structure.points)],
        nodes: [stemHtml(text, addressOf), tag("p", {}, tag("textEntryInteraction", response))],
        score: [mapped(["RESPONSE"])],
        feedback: null,
      };
    case "blanks":
      return blanksBody(structure, text, addressOf);
    case "hotspot":
      return hotspotBody(structure, text, {
        above,
        prompt,
        addressOf,
        size: sizeOf(pictures.get(structure.image)),
      });
    case "essay":
    case "file":
      return {
        responses: [
          tag("responseDeclaration", {
            identifier: "RESPONSE",
            cardinality: "single",
            baseType: structure.type === "essay" ? "string" : "file",
          }),
        ],
        nodes: [
          ...above,
          tag(
            "rubricBlock",
            { view: "scorer" },
            `<div>${htmlOfPlain(rubricLines(text, structure.rubric))}</div>`,
          ),
          tag(structure.type === "essay" ? "extendedTextInteraction" : "uploadInteraction", response, prompt),
        ],
        score: null,
        feedback: null,
      };
    default:
      throw new Error(`QTI is not written for ${structure.type} questions.`);
  }
}

function declared(
  cardinality: string,
  baseType: string,
  values: string[],
  mapping?: Markup,
  id = "RESPONSE",
): Markup {
  return tag(
    "responseDeclaration",
    { identifier: id, cardinality, baseType },
    tag("correctResponse", {}, ...values.map((value) => tag("value", {}, escaped(value)))),
    ...(mapping ? [mapping] : []),
  );
}

type Entry = { key: string; value: number; isCaseSensitive?: boolean };

function mappingOf(entries: Entry[], bounds: Record<string, string> = {}): Markup {
  return tag(
    "mapping",
    { defaultValue: "0", ...bounds },
    ...entries.map(({ key, value, isCaseSensitive }) =>
      tag("mapEntry", {
        mapKey: key,
        mappedValue: number(value),
        ...(isCaseSensitive === undefined ? {} : { caseSensitive: String(isCaseSensitive) }),
      }),
    ),
  );
}

function simpleChoice(id: string, text: string, feedback: string | undefined): Markup {
  return tag(
    "simpleChoice",
    { identifier: id },
    inline(text),
    ...(feedback
      ? [
          tag(
            "feedbackInline",
            { outcomeIdentifier: "FEEDBACK", identifier: id, showHide: "show" },
            inline(feedback),
          ),
        ]
      : []),
  );
}

const inline = (text: string) => escaped(text).split("\n").join("<br/>");

const setScore = (value: Markup) => tag("setOutcomeValue", { identifier: "SCORE" }, value);
const most = tag("variable", { identifier: "MAXSCORE" });

function whenRight(id: string): Markup {
  const isRight = tag("match", {}, tag("variable", { identifier: id }), tag("correct", { identifier: id }));
  return tag("responseCondition", {}, tag("responseIf", {}, isRight, setScore(most)));
}

function whenEqual(
  id: string,
  { tolerance, toleranceKind }: Pick<QuestionOf<"numeric">, "tolerance" | "toleranceKind">,
  value: Markup,
): Markup {
  // Relative tolerance is in percent.
  const amount = number(toleranceKind === "relative" ? tolerance * 100 : tolerance);
  const isEqual = tag(
    "equal",
    { toleranceMode: toleranceKind, tolerance: `${amount} ${amount}` },
    tag("variable", { identifier: id }),
    tag("correct", { identifier: id }),
  );
  return tag("responseCondition", {}, tag("responseIf", {}, isEqual, setScore(value)));
}

function mapped(ids: string[]): Markup {
  const values = ids.map((id) => tag("mapResponse", { identifier: id }));
  return setScore(values.length === 1 ? (values[0] as Markup) : tag("sum", {}, ...values));
}

function choiceBody(
  structure: QuestionOf<"single"> | QuestionOf<"scenario"> | QuestionOf<"multiple">,
  text: QuestionText,
  above: string[],
  prompt: Markup,
): Body {
  const isSingle = structure.type !== "multiple";
  const rights = isSingle ? [structure.answer] : structure.answer;
  const mapping = choiceMapping(structure, rights);
  return {
    responses: [declared(isSingle ? "single" : "multiple", "identifier", rights, mapping ?? undefined)],
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
      key,
      value: rights.includes(key) ? points / rights.length : -points / wrong,
    }));
    return mappingOf(entries, { lowerBound: "0", upperBound: number(points) });
  }
  const partial = Object.entries(structure.partial);
  if (partial.length === 0) return null;
  return mappingOf([
    { key: structure.answer, value: points },
    ...partial.map(([key, percent]) => ({ key, value: (points * percent) / 100 })),
  ]);
}

function matchBody(
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

type Typed = Pick<QuestionOf<"short">, "accepted" | "fold">;

function typedDeclaration(id: string, { accepted, fold }: Typed, points: number): Markup {
  const entries = accepted.map(({ text, percent }) => ({
    key: text,
    value: (points * percent) / 100,
    isCaseSensitive: !fold.case,
  }));
  return declared("single", "string", [accepted[0]?.text ?? ""], mappingOf(entries), id);
}

function blanksBody(structure: QuestionOf<"blanks">, text: QuestionText, addressOf: AddressOf): Body {
  const written = new Map(structure.gaps.map((gap) => [gap.id, gapMarkup(gap, text)]));
  const pieces = htmlOfPlain(text.body ?? "").split(/(\{\{\w+\}\})/);
  const body = pieces.map(
    (piece) => written.get(/^\{\{(\w+)\}\}$/.exec(piece)?.[1] ?? "")?.interaction ?? piece,
  );
  const gaps = [...written.values()];
  const maps = gaps.filter(({ isMapped }) => isMapped).map(({ id }) => id);
  return {
    responses: gaps.map(({ declaration }) => declaration),
    nodes: [stemHtml(text, addressOf), ...body],
    score: [
      ...(maps.length > 0 ? [mapped(maps)] : []),
      ...structure.gaps.flatMap((gap) => {
        if (gap.kind !== "number") return [];
        const added = tag(
          "sum",
          {},
          tag("variable", { identifier: "SCORE" }),
          tag("baseValue", { baseType: "float" }, number(gap.weight)),
        );
        return [whenEqual(responseOf(gap.id), gap, added)];
      }),
    ],
    feedback: null,
  };
}

const responseOf = (gap: string) => `RESPONSE-${gap}`;

function gapMarkup(gap: QuestionOf<"blanks">["gaps"][number], text: QuestionText) {
  const id = responseOf(gap.id);
  const entry = tag("textEntryInteraction", { responseIdentifier: id });
  if (gap.kind === "typed")
    return { id, isMapped: true, interaction: entry, declaration: typedDeclaration(id, gap, gap.weight) };
  if (gap.kind === "number") {
    return {
      id,
      isMapped: false,
      interaction: entry,
      declaration: declared("single", "float", [number(gap.answer)], undefined, id),
    };
  }
  const mapping = mappingOf([{ key: gap.answer, value: gap.weight }]);
  const words = text.gaps?.[gap.id]?.options ?? {};
  const choices = gap.options.map((option) =>
    tag("inlineChoice", { identifier: option }, escaped(words[option] ?? "")),
  );
  return {
    id,
    isMapped: true,
    declaration: declared("single", "identifier", [gap.answer], mapping, id),
    interaction: tag("inlineChoiceInteraction", { responseIdentifier: id, shuffle: "false" }, ...choices),
  };
}

/** Coordinates are in pixels; of a picture whose size is unknown, in thousandths. */
const unknownSize = { width: 1000, height: 1000 };
const sizeOf = (picture: Buffer | undefined) => (picture ? pictureSize(picture) : null) ?? unknownSize;

type HotspotParts = {
  above: string[];
  prompt: Markup;
  addressOf: AddressOf;
  size: { width: number; height: number };
};

function hotspotBody(
  structure: QuestionOf<"hotspot">,
  text: QuestionText,
  { above, prompt, addressOf, size }: HotspotParts,
): Body {
  const rights = structure.regions.filter(({ right }) => right).map(({ id }) => id);
  const isSingle = structure.choose === "one";
  const wrong = structure.regions.length - rights.length;
  const isPartial = !isSingle && structure.scoring === "partial" && wrong > 0;
  const mapping = isPartial
    ? mappingOf(
        structure.regions.map(({ id, right }) => ({
          key: id,
          value: right ? structure.points / rights.length : -structure.points / wrong,
        })),
        { lowerBound: "0", upperBound: number(structure.points) },
      )
    : undefined;
  return {
    responses: [declared(isSingle ? "single" : "multiple", "identifier", rights, mapping)],
    nodes: [
      ...above,
      tag(
        "hotspotInteraction",
        { ...response, maxChoices: isSingle ? "1" : "0" },
        prompt,
        tag(
          "object",
          {
            type: "image/*",
            data: addressOf(structure.image),
            width: String(size.width),
            height: String(size.height),
          },
          escaped(text.alt ?? ""),
        ),
        ...structure.regions.map((region) =>
          tag("hotspotChoice", {
            identifier: region.id,
            hotspotLabel: text.regions?.[region.id] ?? "",
            ...coordinates(region, size),
          }),
        ),
      ),
    ],
    score: [mapping ? mapped(["RESPONSE"]) : whenRight("RESPONSE")],
    feedback: null,
  };
}

function coordinates(
  region: QuestionOf<"hotspot">["regions"][number],
  { width, height }: HotspotParts["size"],
) {
  const x = (percent: number) => number((percent * width) / 100);
  const y = (percent: number) => number((percent * height) / 100);
  if (region.shape === "circle") {
    const [left, top, radius] = region.at;
    return { shape: "circle", coords: [x(left), y(top), x(radius)].join(",") };
  }
  if (region.shape === "polygon") {
    return { shape: "poly", coords: region.at.flatMap(([left, top]) => [x(left), y(top)]).join(",") };
  }
  const [left, top, wide, high] = region.at;
  return { shape: "rect", coords: [x(left), y(top), x(left + wide), y(top + high)].join(",") };
}
