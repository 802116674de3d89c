import type { Question, Response } from "#app/library/question-format.ts";
import type { FormErrors } from "#app/platform/http.server.ts";

import type { Presentation } from "./presentation.ts";

/** Form fields as `fieldsOf` reads them. */
export type AnswerFields = Record<string, string | string[]>;

type Read = { response: Response; errors: null } | { response: null; errors: FormErrors };

/**
 * Reads an answer from a form: `answer` (a place, "true"/"false", or a number with point or comma), `answer[]` (places),
 * or one `part-<place>` for each part to order (1…n) or match (place of the right part). Places are those of the
 * presentation.
 */
export function responseOf(question: Question, shown: Presentation, fields: AnswerFields): Read {
  const answer = fields.answer;
  switch (question.type) {
    case "truefalse":
      return answer === "true" || answer === "false"
        ? right(answer === "true")
        : wrong("answer", "quiz.chooseOne");
    case "single":
    case "scenario": {
      const option = typeof answer === "string" && answer !== "" ? shown.options[Number(answer)] : undefined;
      return option === undefined ? wrong("answer", "quiz.chooseOne") : right(option);
    }
    case "multiple": {
      const places = Array.isArray(answer) ? answer : answer ? [answer] : [];
      const options = places.flatMap((place) => shown.options[Number(place)] ?? []);
      return options.length === 0 ? wrong("answer", "quiz.chooseSome") : right([...new Set(options)]);
    }
    case "numeric": {
      const text = String(answer ?? "")
        .trim()
        .replace(/\s*%$/, "")
        .replace(",", ".");
      return /^[-+]?\d+(\.\d+)?$/.test(text) ? right(Number(text)) : wrong("answer", "quiz.writeNumber");
    }
    case "order":
      return orderOf(shown, fields);
    case "match":
      return pairsOf(shown, fields);
    default:
      throw new Error(`Questions of the type ${question.type} cannot be answered yet.`);
  }
}

function orderOf(shown: Presentation, fields: AnswerFields): Read {
  const ordered: string[] = [];
  for (const [index, option] of shown.options.entries()) {
    const place = Number(fields[`part-${index}`]);
    if (!Number.isInteger(place) || place < 1 || place > shown.options.length) {
      return wrong(`part-${index}`, "quiz.chooseEveryPlace");
    }
    if (ordered[place - 1] !== undefined) return wrong(`part-${index}`, "quiz.placeTwice");
    ordered[place - 1] = option;
  }
  return right(ordered);
}

function pairsOf(shown: Presentation, fields: AnswerFields): Read {
  const pairs: Record<string, string> = {};
  for (const [index, left] of shown.options.entries()) {
    const place = fields[`part-${index}`];
    const partner = typeof place === "string" && place !== "" ? shown.right[Number(place)] : undefined;
    if (partner === undefined) return wrong(`part-${index}`, "quiz.chooseEveryPair");
    pairs[left] = partner;
  }
  return right(pairs);
}

/** The opposite of `responseOf`: a stored answer as form fields, to show it again. */
export function fieldsOfResponse(shown: Presentation, response: Response | null): AnswerFields {
  if (response === null) return {};
  if (typeof response === "boolean" || typeof response === "number") return { answer: String(response) };
  if (typeof response === "string") return { answer: String(shown.options.indexOf(response)) };
  if (Array.isArray(response)) {
    const places = Object.fromEntries(
      shown.options.map((option, index) => [`part-${index}`, String(response.indexOf(option) + 1)]),
    );
    return { answer: response.map((option) => String(shown.options.indexOf(option))), ...places };
  }
  const pairs = response as Record<string, string>;
  return Object.fromEntries(
    shown.options.map((left, index) => [`part-${index}`, String(shown.right.indexOf(pairs[left] ?? ""))]),
  );
}

function right(response: Response): Read {
  return { response, errors: null };
}

function wrong(field: string, key: FormErrors[string]): Read {
  return { response: null, errors: { [field]: key } };
}
