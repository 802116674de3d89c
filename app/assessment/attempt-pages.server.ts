import type { Actor } from "#app/identity/actor.ts";
import { getCourseText } from "#app/library/published-course.server.ts";
import { visibleOutline } from "#app/library/visible-outline.ts";
import { clock } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import type { Language } from "#app/platform/languages.ts";

import { answerInWords } from "./answer-in-words.ts";
import { attemptHeading } from "./attempt-heading.server.ts";
import { answeringPart } from "./answering/answering-part.server.ts";
import {
  attemptOf,
  type AttemptWithItems,
  type ItemWithQuestion,
  openQuiz,
  presentationIn,
  responseIn,
} from "./attempt.server.ts";
import { feedbackOn } from "./feedback.ts";
import { detectionOutcome } from "./statistics/detection-outcome.ts";
import { isFinished } from "./grading/grade.ts";
import { gainOf } from "./gain.server.ts";
import { markedItems } from "./marked-items.server.ts";
import { canBeFailed } from "./outcome.ts";
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
  if (position < attempt.reached) throw new ConflictError("attempt.noWayBack");
  if (isOneWay(attempt.settings)) await goOnTo(attempt, position);
  return {
    ...(await attemptHeading(open, language)),
    mode: attempt.settings.mode,
    layout: attempt.settings.layout,
    tellsAtOnce: tellsAtOnce(attempt.settings),
    canGoBack: !isOneWay(attempt.settings),
    answering: await answeringPart(attempt),
    number,
    palette: attempt.items.map((other) => ({
      position: other.position,
      isAnswered: other.response !== null,
    })),
    ...openItem(attempt, item, language),
  };
}

/** All questions of an open attempt that shows them on one page. Throws like `questionPage`. */
export async function questionsPage(
  actor: Actor,
  courseSlug: string,
  activityId: string,
  number: number,
  language: Language,
) {
  const open = await openQuiz(actor, courseSlug, activityId);
  const attempt = await attemptOf(open, number);
  if (attempt.submittedAt) throw new ConflictError("quiz.submittedAlready");
  const { layout, mode } = attempt.settings;
  if (layout !== "all" && mode !== "assignment") throw new NotFoundError();
  return {
    ...(await attemptHeading(open, language)),
    tellsAtOnce: tellsAtOnce(attempt.settings),
    answering: await answeringPart(attempt),
    number,
    items: attempt.items.map((item) => openItem(attempt, item, language)),
  };
}

/** A question as its page shows it while the attempt is open; with feedback once it was marked. */
function openItem({ settings }: AttemptWithItems, item: ItemWithQuestion, language: Language) {
  const { question } = item.stored;
  const { text } = questionTextIn(item.stored, language);
  const shown = presentationIn(item);
  const response = responseIn(item);
  const isMarked = tellsAtOnce(settings) && response !== null && isFinished(question, response);
  return {
    position: item.position,
    revision: item.revision,
    isAnswered: response !== null,
    asked: shownQuestion(item.stored, language, shown, response),
    given: fieldsOfResponse(question, shown, response),
    isCritical: question.critical && canBeFailed(settings),
    feedback: isMarked ? feedbackOn(question, text, markedOf(item), feedbackRule(settings).show) : null,
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
    firstReachable: attempt.reached,
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
  const seen = visibleOutline(open.enrolment.course.structure.course.outline).map(({ id }) => id);
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
    // A question may name a lesson that only the next version has, or that is hidden.
    lookAgain: wrongLessons.flatMap((id) => {
      const title = seen.includes(id) ? text.activities[id]?.title : undefined;
      return title === undefined ? [] : [{ id, title }];
    }),
    isCourseComplete: open.enrolment.completedAt !== null,
  };
}

function markedOf(item: AttemptWithItems["items"][number]) {
  return { response: responseIn(item), fraction: item.fraction };
}

/** Whether a question that was left is left for good; where all are on one page, nobody leaves any. */
function isOneWay({ canGoBack, layout }: AttemptWithItems["settings"]): boolean {
  return !canGoBack && layout === "one";
}

/** From here on answers to earlier questions are refused (function store_answer of the database). */
async function goOnTo({ id, reached }: AttemptWithItems, position: number): Promise<void> {
  if (position <= reached) return;
  await db.attempt.updateMany({
    where: { id, submittedAt: null, reached: { lt: position } },
    data: { reached: position },
  });
}
