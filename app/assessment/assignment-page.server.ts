import type { Actor } from "#app/identity/actor.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import type { FormErrors } from "#app/platform/form-fields.ts";
import type { Language } from "#app/platform/languages.ts";

import { type AnswerResult, saveAnswer } from "./answering/answer.server.ts";
import {
  attemptOf,
  type AttemptWithItems,
  type ItemWithQuestion,
  openQuiz,
  type OpenQuiz,
  responseIn,
} from "./attempt.server.ts";
import { questionsPage } from "./attempt-pages.server.ts";
import { inlineQuestion } from "./inline-check.server.ts";
import { type MarkedItem, markedItems } from "./marked-items.server.ts";
import { questionsOfQuiz } from "./quiz-questions.server.ts";
import { quizStatus } from "./quiz-status.server.ts";
import type { AnswerFields } from "./response.ts";
import { questionTextIn } from "./stored-question.server.ts";

/**
 * An assignment as its learner sees it: the task, her answer while it is open, and everything that she has handed in,
 * newest first. Throws NotFoundError, ConflictError while it is locked.
 */
export async function assignmentPage(
  actor: Actor,
  courseSlug: string,
  activityId: string,
  language: Language,
) {
  const open = await openAssignment(actor, courseSlug, activityId);
  const status = await quizStatus(actor, courseSlug, activityId, language);
  const { openNumber } = status;
  const answer =
    openNumber === null ? null : await questionsPage(actor, courseSlug, activityId, openNumber, language);
  const handIns: HandIn[] = [];
  for (const { number, submittedAt } of status.attempts.toReversed()) {
    handIns.push(await handInOf(await attemptOf(open, number), submittedAt, language));
  }
  return {
    ...status,
    complete: completeOf(open),
    task: (await questionsOfQuiz(open.quiz)).map((stored) => inlineQuestion(stored, language).asked),
    answer: answer && {
      ...answer,
      // She goes on from what was returned to her.
      items: answer.items.map((item) => ({
        ...item,
        given: item.isAnswered ? item.given : earlier(item, handIns),
      })),
    },
    handIns,
  };
}

export type AssignmentPage = Awaited<ReturnType<typeof assignmentPage>>;

async function openAssignment(actor: Actor, courseSlug: string, activityId: string): Promise<OpenQuiz> {
  const open = await openQuiz(actor, courseSlug, activityId);
  if (open.kind !== "assignment") throw new NotFoundError();
  return open;
}

function completeOf({ enrolment, activityId }: OpenQuiz) {
  const activity = enrolment.course.structure.course.outline.find(({ id }) => id === activityId);
  return activity?.kind === "assignment" ? activity.complete : "passed";
}

export type HandIn = Awaited<ReturnType<typeof handInOf>>;

async function handInOf(attempt: AttemptWithItems, submittedAt: Date, language: Language) {
  const marked = await markedItems(attempt.id, language);
  return {
    number: attempt.number,
    submittedAt,
    isWaiting: attempt.isPassed === null,
    isPassed: Boolean(attempt.isPassed),
    points: attempt.points ?? 0,
    maxPoints: attempt.maxPoints ?? 0,
    parts: attempt.items.map((item) =>
      partOf(item, marked.find(({ position }) => position === item.position) ?? null, language),
    ),
  };
}

/** One answer, and what a person has said about it. */
function partOf(item: ItemWithQuestion, marked: MarkedItem | null, language: Language) {
  const { text } = questionTextIn(item.stored, language);
  const response = responseIn(item);
  return {
    position: item.position,
    q: text.q,
    isFile: item.stored.question.type === "file",
    /** Of a file, that there is one. */
    given: response === null ? null : typeof response === "string" ? response : "",
    marked,
    /** What is said to everybody, once it is graded. */
    why: marked && !marked.isWaiting ? text.why : "",
  };
}

function earlier(item: { position: number; given: AnswerFields }, handIns: HandIn[]): AnswerFields {
  const before = handIns[0]?.parts.find(({ position, isFile }) => position === item.position && !isFile);
  return before?.given ? { answer: before.given } : item.given;
}

/**
 * Saves the text of an open assignment, as its form without JavaScript sends it. Throws like `assignmentPage`, and
 * ConflictError when nothing is open.
 */
export async function saveAssignmentText(
  actor: Actor,
  courseSlug: string,
  activityId: string,
  fields: AnswerFields,
  language: Language,
): Promise<AnswerResult> {
  const { number, items } = await openAnswer(actor, courseSlug, activityId, language);
  const text = items.find(({ asked }) => asked.type === "essay");
  if (!text) throw new NotFoundError();
  return saveAnswer(actor, { courseSlug, activityId, number }, text.position, fields, language);
}

/** What is missing before an open assignment can be handed in, and its number. Throws like `saveAssignmentText`. */
export async function handInFaults(
  actor: Actor,
  courseSlug: string,
  activityId: string,
  language: Language,
): Promise<{ number: number; errors: FormErrors | null }> {
  const { number, items } = await openAnswer(actor, courseSlug, activityId, language);
  const isWhole = items.every(({ isAnswered }) => isAnswered);
  return { number, errors: isWhole ? null : { form: "assignment.incomplete" } };
}

async function openAnswer(actor: Actor, courseSlug: string, activityId: string, language: Language) {
  await openAssignment(actor, courseSlug, activityId);
  const { openNumber } = await quizStatus(actor, courseSlug, activityId, language);
  if (openNumber === null) throw new ConflictError("quiz.submittedAlready");
  return questionsPage(actor, courseSlug, activityId, openNumber, language);
}
