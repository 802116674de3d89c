import { type FeedbackPart, feedbackParts } from "#app/library/feedback-parts.ts";
import type { QuizSettings } from "#app/library/quiz-format.ts";

import { canBeFailed } from "./outcome.ts";

/** Where an attempt stands. `closesAt`: for this learner, null when the quiz never closes. */
export type FeedbackState = {
  /** answering: still open; answered: this answer stands in an open attempt; submitted: the attempt is over. */
  moment: "answering" | "answered" | "submitted";
  now: Date;
  closesAt: Date | null;
};

export type ShownFeedback = {
  parts: ReadonlySet<FeedbackPart>;
  /** When more is shown, if the clock alone decides it. */
  shownFrom: Date | null;
};

const nothing: ReadonlySet<FeedbackPart> = new Set();

/**
 * When which parts are told: as set, or else in practice at once and in a test after submission, and everything. What a
 * person grades is never told at once.
 */
export function feedbackRule({ mode, feedback }: Pick<QuizSettings, "mode" | "feedback">) {
  const isLate = mode === "test" || mode === "assignment";
  return feedback ?? { when: isLate ? ("submission" as const) : ("answer" as const), show: feedbackParts };
}

/** Whether learners see their points. A quiz that has nothing to pass and tells nothing judges nobody: a pre-test. */
export function tellsPoints(
  settings: Pick<QuizSettings, "mode" | "feedback" | "passMark" | "criticalMustBeRight" | "minimumDPrime">,
): boolean {
  return canBeFailed(settings) || feedbackRule(settings).show.length > 0;
}

/** Whether each answer is marked at once and then stands. */
export function tellsAtOnce(settings: Pick<QuizSettings, "mode" | "feedback">): boolean {
  const { when, show } = feedbackRule(settings);
  return when === "answer" && show.length > 0;
}

/**
 * The parts of the feedback that may be shown now. After closing means after the quiz has closed for everybody with the
 * usual dates and for this learner, whichever is later, so that an early learner tells nobody the key.
 */
export function shownFeedback(
  settings: Pick<QuizSettings, "mode" | "feedback" | "closesAt">,
  { moment, now, closesAt }: FeedbackState,
): ShownFeedback {
  const { when, show } = feedbackRule(settings);
  const parts = new Set(show);
  if (moment === "answering") return { parts: nothing, shownFrom: null };
  if (when === "answer") return { parts, shownFrom: null };
  if (moment === "answered") return { parts: nothing, shownFrom: null };
  if (when === "submission") return { parts, shownFrom: null };
  const usual = settings.closesAt === undefined ? null : new Date(settings.closesAt);
  const ends = [usual, closesAt].flatMap((end) => (end ? [end.getTime()] : []));
  if (ends.length === 0) return { parts: nothing, shownFrom: null };
  const shownFrom = new Date(Math.max(...ends));
  return now >= shownFrom
    ? { parts, shownFrom: null }
    : { parts: nothing, shownFrom: parts.size > 0 ? shownFrom : null };
}
