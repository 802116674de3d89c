import type { QuestionOf } from "#app/library/question-format.ts";

import { identifier, type Markup, tag } from "./qti-markup.ts";
import { escaped, number } from "./written-text.ts";

/** Parts of an item that several types write: what is answered, and how it is scored. */

/** What of an item depends on its type. `score`: null when a person grades. */
export type Body = {
  responses: Markup[];
  nodes: (Markup | string)[];
  score: Markup[] | null;
  feedback: { cardinality: "single" | "multiple" } | null;
};

/** What an interaction answers, where there is one. */
export const response = { responseIdentifier: "RESPONSE" };

export function declared(
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

export function mappingOf(entries: Entry[], bounds: Record<string, string> = {}): Markup {
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

export function simpleChoice(id: string, text: string, feedback: string | undefined): Markup {
  return tag(
    "simpleChoice",
    { identifier: identifier(id) },
    inline(text),
    ...(feedback
      ? [
          tag(
            "feedbackInline",
            { outcomeIdentifier: "FEEDBACK", identifier: identifier(id), showHide: "show" },
            inline(feedback),
          ),
        ]
      : []),
  );
}

/** QTI 2.1 does not know text that is struck through. */
export const qtiHtml = (html: string) => html.replace(/<(\/?)del>/g, "<$1span>");

export const inline = (text: string) => escaped(text).split("\n").join("<br/>");

export const setScore = (value: Markup) => tag("setOutcomeValue", { identifier: "SCORE" }, value);
const most = tag("variable", { identifier: "MAXSCORE" });

export function whenRight(id: string): Markup {
  const isRight = tag("match", {}, tag("variable", { identifier: id }), tag("correct", { identifier: id }));
  return tag("responseCondition", {}, tag("responseIf", {}, isRight, setScore(most)));
}

type Tolerance = Pick<QuestionOf<"numeric">, "tolerance" | "toleranceKind">;

export function isEqual(id: string, { tolerance, toleranceKind }: Tolerance): Markup {
  // Relative tolerance is in percent.
  const amount = number(toleranceKind === "relative" ? tolerance * 100 : tolerance);
  return tag(
    "equal",
    { toleranceMode: toleranceKind, tolerance: `${amount} ${amount}` },
    tag("variable", { identifier: id }),
    tag("correct", { identifier: id }),
  );
}

export function whenEqual(id: string, key: Tolerance, value: Markup): Markup {
  return tag("responseCondition", {}, tag("responseIf", {}, isEqual(id, key), setScore(value)));
}

export function mapped(ids: string[]): Markup {
  const values = ids.map((id) => tag("mapResponse", { identifier: id }));
  return setScore(values.length === 1 ? (values[0] as Markup) : tag("sum", {}, ...values));
}
