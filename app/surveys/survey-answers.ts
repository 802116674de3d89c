import { z } from "zod";

import type { Survey, SurveyQuestion } from "#app/library/course-format.ts";

/** An answer by type: 1–5, both moments 1–5, an option, 0–10, or text. Skipped questions have no entry. */
export const surveyAnswer = z.union([
  z.object({ scale: z.number().int().min(1).max(5) }),
  z.object({
    before: z.number().int().min(1).max(5).nullable(),
    now: z.number().int().min(1).max(5).nullable(),
  }),
  z.object({ option: z.string() }),
  z.object({ score: z.number().int().min(0).max(10) }),
  z.object({ text: z.string() }),
]);

export const surveyAnswers = z.record(z.string(), surveyAnswer);

export type SurveyAnswer = z.infer<typeof surveyAnswer>;
export type SurveyAnswers = z.infer<typeof surveyAnswers>;

type Fields = Record<string, string | string[]>;

/** Reads a survey from its form. What is empty, "not applicable" or not understood counts as skipped. */
export function answersOf(survey: Survey, fields: Fields): SurveyAnswers {
  return Object.fromEntries(
    survey.questions.flatMap((question) => {
      const answer = answerOf(question, (suffix = "") => String(fields[question.id + suffix] ?? "").trim());
      return answer ? [[question.id, answer]] : [];
    }),
  );
}

function answerOf(question: SurveyQuestion, field: (suffix?: string) => string): SurveyAnswer | null {
  switch (question.type) {
    case "scale": {
      const scale = wholeNumber(field(), 1, 5);
      return scale === null ? null : { scale };
    }
    case "before-now": {
      const before = wholeNumber(field("-before"), 1, 5);
      const now = wholeNumber(field("-now"), 1, 5);
      return before === null && now === null ? null : { before, now };
    }
    case "choice":
      return question.options.includes(field()) ? { option: field() } : null;
    case "nps": {
      const score = wholeNumber(field(), 0, 10);
      return score === null ? null : { score };
    }
    case "text": {
      const text = field().slice(0, question.maxLength);
      return text ? { text } : null;
    }
  }
}

function wholeNumber(text: string, least: number, most: number): number | null {
  const value = Number(text);
  return /^\d+$/.test(text) && value >= least && value <= most ? value : null;
}
