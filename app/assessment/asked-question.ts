import type { Question, QuestionText, Response } from "#app/library/question-format.ts";

import type { Presentation } from "./presentation.ts";

/** A question as a page may know it: texts in the order shown, no ids of parts, no key, no explanation. */
export type AskedQuestion = {
  type: Question["type"];
  q: string;
  options: string[];
  right: string[];
  unit: string | null;
};

export function askedQuestion(question: Question, text: QuestionText, shown: Presentation): AskedQuestion {
  const texts = (question.type === "match" ? text.left : text.options) ?? {};
  return {
    type: question.type,
    q: text.q,
    options: shown.options.map((id) => texts[id] ?? id),
    right: shown.right.map((id) => text.right?.[id] ?? id),
    unit: question.type === "numeric" ? (question.unit ?? null) : null,
  };
}

/** What is said after an answer. `rightAnswer` holds lines of text; for true or false the word stands for itself. */
export type Feedback = { isCorrect: boolean; why: string; rightAnswer: string[] };

export function feedbackOn(question: Question, text: QuestionText, isCorrect: boolean): Feedback {
  return { isCorrect, why: text.why, rightAnswer: answerInWords(question, text, keyOf(question)) };
}

/** A response in words, one line a part; empty when nothing was answered. */
export function answerInWords(question: Question, text: QuestionText, response: Response | null): string[] {
  if (response === null) return [];
  const option = (id: string) => text.options?.[id] ?? id;
  if (typeof response === "string") return [option(response)];
  if (Array.isArray(response)) return response.map(option);
  if (typeof response === "object") {
    return Object.entries(response).map(
      ([left, right]) => `${text.left?.[left] ?? left} → ${text.right?.[right] ?? right}`,
    );
  }
  if (typeof response === "number" && question.type === "numeric" && question.unit) {
    return [`${response} ${question.unit}`];
  }
  return [String(response)];
}

/** The right response to a question. */
export function keyOf(question: Question): Response {
  if (question.type === "order") return question.options;
  if (question.type === "match") return Object.fromEntries(question.pairs.map((pair) => [pair, pair]));
  if ("answer" in question) return question.answer;
  throw new Error(`Questions of the type ${question.type} have no key yet.`);
}
