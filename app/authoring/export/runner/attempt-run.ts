import { type AttemptScore, scoreOfItems } from "#app/assessment/answering/attempt-score.ts";
import { noAllowance } from "#app/assessment/attempt-deadline.ts";
import { type Availability, availabilityOf } from "#app/assessment/availability.ts";
import { type Feedback, feedbackOn } from "#app/assessment/feedback.ts";
import { gradeResponse, isFinished } from "#app/assessment/grading/grade.ts";
import { outcomeOf } from "#app/assessment/outcome.ts";
import type { PortableItem, PortableQuiz } from "#app/assessment/portable-quiz.ts";
import { type AnswerFields, responseOf } from "#app/assessment/response.ts";
import { shownFeedback } from "#app/assessment/shown-feedback.ts";
import type { Response } from "#app/library/question-format.ts";

import type { OpenAttempt, QuizState } from "./course-state.ts";

/** Whether an attempt may begin or go on, and why not; without the dates and extra attempts that only the site knows. */
export function availabilityIn(settings: PortableQuiz["settings"], state: QuizState): Availability {
  const sometime = new Date(0);
  const attempts = Array.from({ length: state.taken }, (_, index) => ({
    number: index + 1,
    submittedAt: sometime,
  }));
  return availabilityOf({ ...settings, waitMinutes: 0 }, noAllowance, {
    attempts: state.open ? [...attempts, { number: state.taken + 1, submittedAt: null }] : attempts,
    isPassed: outcomeOf(settings, state.counted)?.isPassed ?? false,
    now: new Date(),
  });
}

/** The answer to an item as it stands; null while it cannot be read as one. */
export function responseTo(item: PortableItem, fields: AnswerFields | undefined): Response | null {
  return fields ? responseOf(item.question, item.shown, fields).response : null;
}

export function isAnswered(item: PortableItem, fields: AnswerFields | undefined): boolean {
  const response = responseTo(item, fields);
  return response !== null && isFinished(item.question, response);
}

/** Marks an attempt's answers by the questions' keys, as the site does. */
export function scoreOfAttempt(
  items: PortableItem[],
  { answers }: OpenAttempt,
  settings: PortableQuiz["settings"],
): AttemptScore {
  return scoreOfItems(
    items.map((item, index) => ({ question: item.question, fraction: fractionOf(item, answers[index]) })),
    settings,
  );
}

/** What is told about an answer at a moment; null while nothing is. */
export function feedbackIn(
  item: PortableItem,
  fields: AnswerFields | undefined,
  settings: PortableQuiz["settings"],
  moment: "answered" | "submitted",
): Feedback | null {
  const { parts } = shownFeedback(settings, { moment, now: new Date(), closesAt: null });
  if (parts.size === 0) return null;
  const response = responseTo(item, fields);
  return feedbackOn(item.question, item.text, { response, fraction: fractionOf(item, fields) }, parts);
}

function fractionOf(item: PortableItem, fields: AnswerFields | undefined): number {
  return gradeResponse(item.question, responseTo(item, fields))?.fraction ?? 0;
}
