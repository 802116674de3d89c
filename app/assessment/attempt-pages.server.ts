import type { Actor } from "#app/identity/actor.ts";
import { listTrainerContacts } from "#app/library/course-team.server.ts";
import { getCourseText } from "#app/library/published-course.server.ts";
import { db } from "#app/platform/db.server.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import type { Language } from "#app/platform/languages.ts";

import { answerOrderOf } from "./answer-order.ts";
import { answerInWords } from "./answer-in-words.ts";
import {
  attemptOf,
  type AttemptWithItems,
  openQuiz,
  type OpenQuiz,
  presentationIn,
  responseIn,
} from "./attempt.server.ts";
import { chooseQuestions } from "./choose-questions.ts";
import { feedbackOn } from "./feedback.ts";
import { gradeResponse } from "./grading/grade.ts";
import { attemptsAllowed } from "./granted-attempt.server.ts";
import { type AnswerFields, fieldsOfResponse, responseOf } from "./response.ts";
import { questionsOfQuiz } from "./quiz-questions.server.ts";
import { shownQuestion } from "./shown-question.server.ts";
import { questionTextIn } from "./stored-question.server.ts";
import type { StoredQuiz } from "./stored-quiz.server.ts";

/** What a learner sees before an attempt: the rules, what she has done, what is left. */
export async function quizStatus(actor: Actor, courseSlug: string, activityId: string, language: Language) {
  const open = await openQuiz(actor, courseSlug, activityId);
  const { quiz, enrolment } = open;
  const attempts = await db.attempt.findMany({
    where: { enrolmentId: enrolment.id, quizId: quiz.id },
    orderBy: { number: "asc" },
  });
  const submitted = attempts.filter(({ submittedAt }) => submittedAt);
  const isPassed = attempts.some((attempt) => attempt.isPassed);
  const allowed = await attemptsAllowed(db, enrolment.id, quiz);
  const attemptsLeft = allowed === null ? null : Math.max(0, allowed - submitted.length);
  return {
    ...(await headingOf(open, language)),
    mode: quiz.settings.mode,
    questionCount: await questionCount(quiz),
    passMark: quiz.settings.passMark,
    hasCritical: quiz.settings.criticalMustBeRight,
    attemptsAllowed: allowed,
    attemptsLeft,
    isPassed,
    openNumber: attempts.find(({ submittedAt }) => !submittedAt)?.number ?? null,
    attempts: submitted.map(({ number, submittedAt, points, maxPoints, isPassed: passed }) => ({
      number,
      submittedAt: submittedAt as Date,
      percent: maxPoints ? (100 * (points ?? 0)) / maxPoints : 0,
      isPassed: Boolean(passed),
    })),
    contacts: attemptsLeft === 0 && !isPassed ? await listTrainerContacts(enrolment.course.courseId) : [],
  };
}

/** How many questions an attempt would ask. */
async function questionCount(quiz: StoredQuiz): Promise<number> {
  if (quiz.settings.draw) return quiz.settings.draw.count;
  return chooseQuestions(await questionsOfQuiz(quiz), quiz.settings, 0).length;
}

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
  const { question } = item.stored;
  const { text } = questionTextIn(item.stored, language);
  const shown = presentationIn(item);
  return {
    ...(await headingOf(open, language)),
    mode: attempt.settings.mode,
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
      attempt.settings.mode === "practice" && item.isCorrect !== null
        ? feedbackOn(question, text, markedOf(item))
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
    ...(await headingOf(open, language)),
    number,
    isSubmitted: attempt.submittedAt !== null,
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
  const items = attempt.items.map((item) => {
    const { question } = item.stored;
    const { text: questionText } = questionTextIn(item.stored, language);
    return {
      position: item.position,
      lesson: question.lesson,
      isCritical: question.critical,
      q: questionText.q,
      given: answerInWords(question, questionText, responseIn(item)),
      type: question.type,
      isCorrect: Boolean(item.isCorrect),
      ...feedbackOn(question, questionText, markedOf(item)),
    };
  });
  const wrongLessons = [
    ...new Set(items.flatMap(({ isCorrect, lesson }) => (isCorrect ? [] : (lesson ?? [])))),
  ];
  const status = await quizStatus(actor, courseSlug, activityId, language);
  return {
    ...status,
    number,
    isPassed: Boolean(attempt.isPassed),
    points: attempt.points ?? 0,
    maxPoints: attempt.maxPoints ?? 0,
    percent: attempt.maxPoints ? (100 * (attempt.points ?? 0)) / attempt.maxPoints : 0,
    criticalMissed: attempt.criticalMissed ?? 0,
    items,
    lookAgain: wrongLessons.map((id) => ({ id, title: text.activities[id]?.title ?? id })),
    isCourseComplete: open.enrolment.completedAt !== null,
  };
}

async function headingOf({ enrolment, activityId }: OpenQuiz, language: Language) {
  const { text } = await getCourseText(enrolment.course.versionId, language);
  return {
    courseSlug: enrolment.course.slug,
    courseTitle: text.course.title,
    activityId,
    quizTitle: text.activities[activityId]?.title ?? activityId,
  };
}

/** Reads the form of a question against what was shown to this learner. */
export async function readAnswer(
  actor: Actor,
  courseSlug: string,
  activityId: string,
  number: number,
  position: number,
  fields: AnswerFields,
) {
  const open = await openQuiz(actor, courseSlug, activityId);
  const attempt = await attemptOf(open, number);
  const item = attempt.items.find((candidate) => candidate.position === position);
  if (!item) throw new NotFoundError();
  return {
    ...responseOf(item.stored.question, presentationIn(item), fields, responseIn(item)),
    order: answerOrderOf(fields),
    // What follows from a choice is shown before anything else.
    hasTakenStep: item.stored.question.type === "branching" && Boolean(fields.answer),
    isPractice: attempt.settings.mode === "practice",
    total: attempt.items.length,
  };
}

function markedOf(item: AttemptWithItems["items"][number]) {
  const response = responseIn(item);
  return { response, fraction: gradeResponse(item.stored.question, response)?.fraction ?? null };
}
