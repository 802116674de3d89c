import type { DetectionResponse, QuestionOf, Response } from "#app/library/question-format.ts";
import type { Fields } from "#app/platform/form-fields.ts";

import { readNumber, writtenNumber } from "../grading/number-answer.ts";
import type { Presentation } from "../presentation.ts";
import { answered, mistake, partsAt, placesOf, type ReadAnswer, textIn } from "./fields.ts";

const verdicts = ["real", "manipulated"] as const;

/**
 * Reads `answer` (the verdict), `confidence` (percent) and, of those who say manipulated, `regions[]` (places) or
 * `second` (also as minutes:seconds), which may stay open.
 */
export function readDetection(
  { locate }: QuestionOf<"detection">,
  shown: Presentation,
  fields: Fields,
): ReadAnswer {
  const verdict = verdicts.find((word) => word === fields.answer);
  if (!verdict) return mistake("answer", "quiz.chooseOne");
  const confidence = Number(textIn(fields.confidence) || Number.NaN);
  if (!(confidence >= 50 && confidence <= 100)) return mistake("confidence", "quiz.chooseOne");
  const response: DetectionResponse = { verdict, confidence };
  if (!locate || verdict === "real") return answered(response);
  if (locate.kind === "region") {
    const regions = partsAt(shown.options, fields.regions);
    return answered(regions.length > 0 ? { ...response, regions } : response);
  }
  const text = textIn(fields.second).trim();
  if (text === "") return answered(response);
  const second = secondsOf(text);
  return second === null ? mistake("second", "quiz.writeNumber") : answered({ ...response, second });
}

export function fieldsOfDetection(shown: Presentation, response: Response): Fields {
  const { verdict, confidence, regions, second } = response as DetectionResponse;
  return {
    answer: verdict,
    confidence: String(confidence),
    ...(regions ? { regions: placesOf(shown.options, regions) } : {}),
    ...(second === undefined ? {} : { second: writtenNumber(second) }),
  };
}

/** "75", "75,5" and "1:15" are seconds from the beginning. */
function secondsOf(text: string): number | null {
  const [, minutes, rest = text] = /^(\d+):([0-5]?\d(?:[.,]\d+)?)$/.exec(text) ?? [];
  const seconds = readNumber(rest);
  if (seconds === null || seconds < 0) return null;
  return seconds + 60 * Number(minutes ?? 0);
}
