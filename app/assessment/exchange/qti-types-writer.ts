import type { QuestionOf, QuestionText } from "#app/library/question-format.ts";

import type { ExchangeQuestion } from "./exchange.ts";
import { choiceBody, matchBody, orderBody, trueFalseBody } from "./qti-choices-writer.ts";
import { uploadType } from "./losses.ts";
import { hotspotBody } from "./qti-hotspot-writer.ts";
import { type Markup, tag } from "./qti-markup.ts";
import { type Body, qtiHtml, response } from "./qti-parts.ts";
import { blanksBody, numericBody, shortBody } from "./qti-typed-writer.ts";
import { type AddressOf, escaped, htmlOfMarkdown, htmlOfPlain, rubricLines } from "./written-text.ts";

/** Files are written by their addresses; `pictures` are their contents, for a hotspot's size. */
export function qtiBody(
  structure: ExchangeQuestion["structure"],
  text: QuestionText,
  pictures: ReadonlyMap<string, Buffer>,
  addressOf: AddressOf,
): Body {
  const above = text.context ? [`<div>${qtiHtml(htmlOfMarkdown(text.context, addressOf))}</div>`] : [];
  const prompt = tag("prompt", {}, escaped(text.q));
  switch (structure.type) {
    case "single":
    case "scenario":
    case "multiple":
      return choiceBody(structure, text, above, prompt);
    case "truefalse":
      return trueFalseBody(structure, text, above, prompt);
    case "order":
      return orderBody(structure, text, above, prompt);
    case "match":
      return matchBody(structure, text, above, prompt);
    case "numeric":
      return numericBody(structure, text, addressOf);
    case "short":
      return shortBody(structure, text, addressOf);
    case "blanks":
      return blanksBody(structure, text, addressOf);
    case "hotspot":
      return hotspotBody(structure, text, {
        above,
        prompt,
        addressOf,
        picture: pictures.get(structure.image),
      });
    case "essay":
    case "file":
      return gradedBody(structure, text, above, prompt);
    default:
      throw new Error(`QTI is not written for ${structure.type} questions.`);
  }
}

function gradedBody(
  structure: QuestionOf<"essay"> | QuestionOf<"file">,
  text: QuestionText,
  above: string[],
  prompt: Markup,
): Body {
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
        tag("contentBody", {}, `<div>${htmlOfPlain(rubricLines(text, structure.rubric))}</div>`),
      ),
      structure.type === "essay"
        ? tag("extendedTextInteraction", response, prompt)
        : tag("uploadInteraction", { ...response, ...uploadOf(structure.accept) }, prompt),
    ],
    score: null,
    feedback: null,
  };
}

function uploadOf(accept: string[]): Record<string, string> {
  const type = uploadType(accept);
  return type ? { type } : {};
}
