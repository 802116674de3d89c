import type { FileResponse, Question, QuestionOf, Response } from "#app/library/question-format.ts";
import { longestTypedAnswer } from "./grading/typed-answer.ts";
import type { Presentation } from "./presentation.ts";
import { fieldsOfBlanks, readBlanks } from "./reading/blanks.ts";
import { fieldsOfWay, readWay } from "./reading/branching.ts";
import { fieldsOfDetection, readDetection } from "./reading/detection.ts";
import { answered, mistake, partsAt, placesOf, type ReadAnswer, textIn } from "./reading/fields.ts";
import { fieldsOfQuantity, readQuantityField } from "./reading/quantity.ts";

/** Form fields as `fieldsOf` reads them. */
export type AnswerFields = Record<string, string | string[]>;

/**
 * Reads an answer from a form: `answer` (a place, "true"/"false", a number or a text), `answer[]` (places), one
 * `part-<place>` for each part to order (1…n) or match (place of the right part), one `gap-<place>` for each gap, or the
 * fields of reading/branching.ts and reading/detection.ts. Places are those of the presentation. `before` is what is stored
 * already: a way through steps only goes on from there, and a file was stored by its own request.
 */
export function responseOf(
  question: Question,
  shown: Presentation,
  fields: AnswerFields,
  before: Response | null = null,
): ReadAnswer {
  const answer = fields.answer;
  switch (question.type) {
    case "truefalse":
      return answer === "true" || answer === "false"
        ? answered(answer === "true")
        : mistake("answer", "quiz.chooseOne");
    case "single":
    case "scenario": {
      const [option] = partsAt(shown.options, answer);
      return option === undefined ? mistake("answer", "quiz.chooseOne") : answered(option);
    }
    case "multiple": {
      const options = partsAt(shown.options, answer);
      return options.length === 0 ? mistake("answer", "quiz.chooseSome") : answered(options);
    }
    case "hotspot":
      return regionsOf(question, shown, answer);
    case "numeric":
      return readQuantityField(question, textIn(answer));
    case "short":
      return textOf(textIn(answer).trim(), longestTypedAnswer);
    case "essay":
      // Browsers send a new line as two characters and count it as one.
      return textOf(textIn(answer).replace(/\r\n/g, "\n").trim(), question.maxCharacters);
    case "order":
      return orderOf(shown, fields);
    case "match":
      return pairsOf(question, shown, fields);
    case "blanks":
      return readBlanks(question, shown, fields);
    case "branching":
      return readWay(question, shown, fields, before);
    case "detection":
      return readDetection(question, shown, fields);
    case "file":
      return isFile(before) ? answered(before) : mistake("file", "quiz.chooseFile");
  }
}

/** The opposite of `responseOf`: a stored answer as form fields, to show it again. */
export function fieldsOfResponse(
  question: Question,
  shown: Presentation,
  response: Response | null,
): AnswerFields {
  if (response === null) return {};
  switch (question.type) {
    case "single":
    case "scenario":
      return { answer: String(shown.options.indexOf(String(response))) };
    case "multiple":
      return { answer: placesOf(shown.options, response) };
    case "hotspot": {
      const places = placesOf(shown.options, response);
      return { answer: question.choose === "one" ? (places[0] ?? "") : places };
    }
    case "order": {
      const ordered = Array.isArray(response) ? response : [];
      return Object.fromEntries(
        shown.options.map((option, place) => [`part-${place}`, String(ordered.indexOf(option) + 1)]),
      );
    }
    case "match": {
      const pairs = response as Record<string, string>;
      return Object.fromEntries(
        shown.options.flatMap((left, place) => {
          const partner = shown.right.indexOf(pairs[left] ?? "");
          return partner < 0 ? [] : [[`part-${place}`, String(partner)]];
        }),
      );
    }
    case "numeric":
      return fieldsOfQuantity(response);
    case "blanks":
      return fieldsOfBlanks(question, shown, response);
    case "branching":
      return fieldsOfWay(question, shown, response);
    case "detection":
      return fieldsOfDetection(shown, response);
    case "file":
      return isFile(response) ? { fileName: response.file.name } : {};
    default:
      return { answer: String(response) };
  }
}

function regionsOf(
  { choose }: QuestionOf<"hotspot">,
  shown: Presentation,
  answer: AnswerFields[string] | undefined,
): ReadAnswer {
  const regions = partsAt(shown.options, answer);
  if (regions.length === 0) return mistake("answer", choose === "one" ? "quiz.chooseOne" : "quiz.chooseSome");
  return answered(choose === "one" ? regions.slice(0, 1) : regions);
}

function textOf(text: string, longest: number): ReadAnswer {
  if (text === "") return mistake("answer", "quiz.writeAnswer");
  return text.length > longest ? mistake("answer", "quiz.tooLong") : answered(text);
}

function orderOf(shown: Presentation, fields: AnswerFields): ReadAnswer {
  const ordered: string[] = [];
  for (const [index, option] of shown.options.entries()) {
    const place = Number(fields[`part-${index}`]);
    if (!Number.isInteger(place) || place < 1 || place > shown.options.length) {
      return mistake(`part-${index}`, "quiz.chooseEveryPlace");
    }
    if (ordered[place - 1] !== undefined) return mistake(`part-${index}`, "quiz.placeTwice");
    ordered[place - 1] = option;
  }
  return answered(ordered);
}

/** Where each pair counts on its own, the others may stay open. */
function pairsOf({ scoring }: QuestionOf<"match">, shown: Presentation, fields: AnswerFields): ReadAnswer {
  const pairs: Record<string, string> = {};
  for (const [index, left] of shown.options.entries()) {
    const [partner] = partsAt(shown.right, fields[`part-${index}`]);
    if (partner !== undefined) pairs[left] = partner;
    else if (scoring !== "each") return mistake(`part-${index}`, "quiz.chooseEveryPair");
  }
  return Object.keys(pairs).length === 0 ? mistake("part-0", "quiz.chooseEveryPair") : answered(pairs);
}

function isFile(response: Response | null): response is FileResponse {
  return typeof response === "object" && response !== null && "file" in response;
}
