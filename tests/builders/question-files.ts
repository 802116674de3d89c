import { type ReadQuestions } from "#app/assessment/exchange/exchange.ts";
import { readQuestionText } from "#app/assessment/exchange/question-file.server.ts";
import { readSettings } from "#app/assessment/exchange/read-settings.server.ts";

export const readInEnglish = readSettings("en");

/** Questions that are a text, read as English. */
export function readText(source: string, name = "questions.txt"): ReadQuestions {
  return readQuestionText(source, name, readInEnglish);
}
