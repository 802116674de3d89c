import type {
  DetectionResponse,
  FileResponse,
  NumberWithUnit,
  Question,
  QuestionOf,
  QuestionText,
  Response,
} from "#app/library/question-format.ts";

import { takenInWords } from "./asked-way.ts";
import { bestWay, wayOf } from "./grading/branching.ts";
import { keyOf } from "./grading/key.ts";

/**
 * A response in words, one line a part; empty when nothing was answered. Of true or false and of verdicts the word in
 * the format stands for itself: pages translate it.
 */
export function answerInWords(question: Question, text: QuestionText, response: Response | null): string[] {
  if (response === null) return [];
  const option = (id: string) => text.options?.[id] ?? id;
  const region = (id: string) => text.regions?.[id] ?? id;
  const list = Array.isArray(response) ? response : [];
  switch (question.type) {
    case "single":
    case "scenario":
      return [option(String(response))];
    case "multiple":
    case "order":
      return list.map(option);
    case "hotspot":
      return list.map(region);
    case "match":
      return Object.entries(response).map(
        ([left, right]) => `${text.left?.[left] ?? left} → ${text.right?.[right] ?? right}`,
      );
    case "numeric":
      return [quantityInWords(question, response)];
    case "blanks":
      return blanksInWords(question, text, response as Record<string, string>);
    case "branching":
      return takenInWords(text, wayOf(question, response).taken).map(({ choice }) => choice);
    case "file":
      return [(response as FileResponse).file.name];
    case "detection": {
      const { verdict, confidence, regions = [], second } = response as DetectionResponse;
      const place = second === undefined ? [] : [`${second} s`];
      return [verdict, `${confidence} %`, ...regions.map(region), ...place];
    }
    default:
      return [String(response)];
  }
}

/** The key in words; of typed answers every one that has all points. Empty when a person marks. */
export function keyInWords(question: Question, text: QuestionText): string[] {
  switch (question.type) {
    case "short":
      return fullyAccepted(question);
    case "numeric": {
      const { answer, tolerance, toleranceKind } = question;
      // Without the noise of binary fractions: 0.07 × 100 is 7.000000000000001.
      const bound =
        toleranceKind === "relative" ? `${Number((tolerance * 100).toPrecision(12))} %` : tolerance;
      const unit = question.unit ? ` ${question.unit}` : "";
      return [tolerance > 0 ? `${answer}${unit} (± ${bound})` : `${answer}${unit}`];
    }
    case "blanks":
      return question.gaps.flatMap((gap) => {
        const words = gap.kind === "typed" ? fullyAccepted(gap).join(" / ") : String(gap.answer);
        return blanksInWords(question, text, { [gap.id]: words });
      });
    case "hotspot":
      return question.regions.flatMap(({ id, right }) => (right ? [text.regions?.[id] ?? id] : []));
    case "branching":
      return takenInWords(text, bestWay(question)).map(({ choice }) => choice);
    case "detection": {
      const { locate, answer } = question;
      if (answer === "real" || !locate) return [answer];
      if (locate.kind === "second") return [answer, `${locate.from}–${locate.to} s`];
      return [
        answer,
        ...locate.regions.flatMap(({ id, right }) => (right ? [text.regions?.[id] ?? id] : [])),
      ];
    }
    default:
      return answerInWords(question, text, keyOf(question));
  }
}

function quantityInWords({ unit }: QuestionOf<"numeric">, response: Response): string {
  if (typeof response !== "object") return unit ? `${String(response)} ${unit}` : String(response);
  const quantity = response as NumberWithUnit;
  return `${quantity.value} ${quantity.unit}`;
}

function blanksInWords(
  { gaps }: QuestionOf<"blanks">,
  text: QuestionText,
  answers: Record<string, string>,
): string[] {
  return gaps.flatMap(({ id, kind }) => {
    const answer = answers[id];
    if (answer === undefined) return [];
    const { label, options } = text.gaps?.[id] ?? {};
    const words = kind === "choice" ? (options?.[answer] ?? answer) : answer;
    return [label ? `${label}: ${words}` : words];
  });
}

function fullyAccepted({ accepted }: Pick<QuestionOf<"short">, "accepted">): string[] {
  const full = accepted.filter(({ percent }) => percent === 100);
  return (full.length > 0 ? full : accepted.slice(0, 1)).map(({ text }) => text);
}
