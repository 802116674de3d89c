import type { Question, QuestionText, Response } from "#app/library/question-format.ts";
import { type FeedbackPart, feedbackParts } from "#app/library/feedback-parts.ts";
import type { SourceDocument } from "#app/library/source-document.ts";

import { keyInWords } from "./answer-in-words.ts";
import { takenInWords } from "./asked-way.ts";
import { wayOf } from "./grading/branching.ts";

/** awaited: a person has not marked it yet. */
export type Verdict = "right" | "partly" | "wrong" | "awaited";

/** What is said after an answer. Of what may not be told, nothing is in it. */
export type Feedback = {
  verdict: Verdict | null;
  /** Lines of text, as of `answerInWords`; only beside an answer that is not right. */
  rightAnswer: string[];
  why: string;
  /** What is said to a chosen option, or followed from a choice. */
  notes: { about: string; text: string }[];
  sources: SourceDocument[];
};

/** The answer and the part of the points that it got; null while a person has not marked it. */
export type Marked = { response: Response | null; fraction: number | null };

export function feedbackOn(
  question: Question,
  text: QuestionText,
  { response, fraction }: Marked,
  parts: Iterable<FeedbackPart> = feedbackParts,
): Feedback {
  const told = new Set(parts);
  const verdict = verdictOf(fraction);
  const mayTellKey = told.has("key") && verdict !== "right" && verdict !== "awaited";
  return {
    verdict: told.has("verdict") ? verdict : null,
    rightAnswer: mayTellKey ? keyInWords(question, text) : [],
    why: told.has("why") ? text.why : "",
    notes: notesOn(question, text, response, told.has("why")),
    sources: told.has("sources") ? question.sources : [],
  };
}

export function verdictOf(fraction: number | null): Verdict {
  if (fraction === null) return "awaited";
  if (fraction > 1 - 1e-9) return "right";
  return fraction > 0 ? "partly" : "wrong";
}

function notesOn(question: Question, text: QuestionText, response: Response | null, isWhyTold: boolean) {
  // Consequences were told step by step while she answered.
  if (question.type === "branching") {
    return takenInWords(text, wayOf(question, response).taken).map(({ choice, consequence }) => ({
      about: choice,
      text: consequence,
    }));
  }
  if (!isWhyTold || !text.optionWhy) return [];
  const chosen = Array.isArray(response) ? response : [String(response)];
  return chosen.flatMap((id) => {
    const why = text.optionWhy?.[id];
    return why ? [{ about: text.options?.[id] ?? text.regions?.[id] ?? id, text: why }] : [];
  });
}
