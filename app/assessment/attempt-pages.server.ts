import type { Actor } from "#app/identity/actor.ts";
import { getCourseText } from "#app/library/published-course.server.ts";
import { clock } from "#app/platform/clock.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import type { Language } from "#app/platform/languages.ts";

import { answerInWords } from "./answer-in-words.ts";
import { attemptHeading } from "./attempt-heading.server.ts";
import { answeringPart } from "./answering/answering-part.server.ts";
import { attemptOf, type AttemptWithItems, openQuiz, presentationIn, responseIn } from "./attempt.server.ts";
import { feedbackOn } from "./feedback.ts";
import { detectionOutcome } from "./statistics/detection-outcome.ts";
import { gainOf } from "./gain.server.ts";
import { markedItems } from "./marked-items.server.ts";
import { quizStatus } from "./quiz-status.server.ts";
import { fieldsOfResponse } from "./response.ts";
import { feedbackRule, shownFeedback, tellsAtOnce } from "./shown-feedback.ts";
import { shownQuestion } from "./shown-question.server.ts";
import { questionTextIn } from "./stored-question.server.ts";

/** One question of an open attempt. Throws NotFoundError; ConflictError when the attempt is submitted. */
export async function questionPage(
  actor: Actor,
  courseSlug: string,
  activityId: string,
  number: number,
  position: number,
  language: Language,
) {
  const open = await openQuiz(actor, courseSlug, activityId);
  const attempt = await attemptOf(open, number);
  if (attempt.submittedAt) throw new ConflictError("quiz.submittedAlready");
  const item = attempt.items.find((candidate) => candidate.position === position);
  if (!item) throw new NotFoundError();
  if (position < firstReachable(attempt)) throw new ConflictError("attempt.noWayBack");
  const { question } = item.stored;
  const { text } = questionTextIn(item.stored, language);
  const shown = presentationIn(item);
  return {
    ...(await attemptHeading(open, language)),
    mode: attempt.settings.mode,
    tellsAtOnce: tellsAtOnce(attempt.settings),
    canGoBack: goesBack(attempt.settings),
    answering: await answeringPart(attempt),
    revision: item.revision,
    number,
    position,
    palette: attempt.items.map((other) => ({
      position: other.position,
      isAnswered: other.response !== null,
    })),
    asked: shownQuestion(item.stored, language, shown, responseIn(item)),
    given: fieldsOfResponse(question, shown, responseIn(item)),
    isCritical: question.critical,
    feedback:
      tellsAtOnce(attempt.settings) && item.response !== null
        ? feedbackOn(question, text, markedOf(item), feedbackRule(attempt.settings).show)
        : null,
  };
}

/** Which questions are answered, before submitting. */
export async function attemptSummary(
  actor: Actor,
  courseSlug: string,
  activityId: string,
  number: number,
  language: Language,
) {
  const open = await openQuiz(actor, courseSlug, activityId);
  const attempt = await attemptOf(open, number);
  return {
    ...(await attemptHeading(open, language)),
    number,
    answering: await answeringPart(attempt),
    isSubmitted: attempt.submittedAt !== null,
    layout: attempt.settings.layout,
    firstReachable: firstReachable(attempt),
    items: attempt.items.map((item) => ({
      position: item.position,
      q: questionTextIn(item.stored, language).text.q,
      isAnswered: item.response !== null,
    })),
  };
}

/** The result of a submitted attempt: score, what to look at again by lesson, feedback on every item. */
export async function attemptResult(
  actor: Actor,
  courseSlug: string,
  activityId: string,
  number: number,
  language: Language,
) {
  const open = await openQuiz(actor, courseSlug, activityId);
  const attempt = await attemptOf(open, number);
  if (!attempt.submittedAt) throw new ConflictError("quiz.notSubmitted");
  const { text } = await getCourseText(open.enrolment.course.versionId, language);
  const marked = await markedItems(attempt.id, language);
  const status = await quizStatus(actor, courseSlug, activityId, language);
  const { parts, shownFrom } = shownFeedback(attempt.settings, {
    moment: "submitted",
    now: clock.now(),
    closesAt: status.closesAt,
  });
  const items = attempt.items.map((item) => {
    const { question } = item.stored;
    const { text: questionText } = questionTextIn(item.stored, language);
    return {
      position: item.position,
      marked: marked.find(({ position }) => position === item.position) ?? null,
      lesson: question.lesson,
      isCritical: question.critical,
      q: questionText.q,
      given: answerInWords(question, questionText, responseIn(item)),
      type: question.type,
      isCorrect: parts.has("verdict") && Boolean(item.isCorrect),
      ...feedbackOn(question, questionText, markedOf(item), parts),
    };
  });
  const wrongLessons = [
    ...new Set(
      items.flatMap(({ isCorrect, marked: byPerson, lesson }) =>
        isCorrect || !parts.has("verdict") || byPerson?.isWaiting ? [] : (lesson ?? []),
      ),
    ),
  ];
  return {
    ...status,
    shownFrom,
    /** Whether it may be said which questions were right; the lessons to look at again tell it, too. */
    tellsVerdict: parts.has("verdict"),
    gain: await gainOf(open.quiz, attempt),
    detection: detectionOutcome(
      attempt.items.map((item) => ({ question: item.stored.question, response: responseIn(item) })),
      attempt.settings.minimumDPrime,
    ),
    number,
    isPassed: Boolean(attempt.isPassed),
    /** Answers that a person has still to grade; until then there is no result. */
    waiting: marked.filter(({ isWaiting }) => isWaiting).length,
    points: attempt.points ?? 0,
    maxPoints: attempt.maxPoints ?? 0,
    percent: attempt.maxPoints ? (100 * (attempt.points ?? 0)) / attempt.maxPoints : 0,
    criticalMissed: attempt.criticalMissed ?? 0,
    items,
    lookAgain: wrongLessons.map((id) => ({ id, title: text.activities[id]?.title ?? id })),
    isCourseComplete: open.enrolment.completedAt !== null,
  };
}

function markedOf(item: AttemptWithItems["items"][number]) {
  return { response: responseIn(item), fraction: item.fraction };
}

/** Going back only makes sense where one question is shown at a time. */
function goesBack({ canGoBack, layout }: AttemptWithItems["settings"]): boolean {
  return canGoBack || layout === "all";
}

/**
 * The first question that may still be looked at. Without a way back it is the one behind the last that was answered:
 * what was passed over is passed over once a later one is answered.
 */
function firstReachable({ settings, items }: AttemptWithItems): number {
  if (goesBack(settings)) return 1;
  const answered = items.filter(({ response }) => response !== null).map(({ position }) => position);
  const last = Math.max(0, ...answered);
  return tellsAtOnce(settings) ? Math.max(1, last) : last + 1;
}
