import type { Actor } from "#app/identity/actor.ts";
import type { Draw } from "#app/library/quiz-format.ts";
import { ConflictError } from "#app/platform/errors.ts";
import type { Fields, FormErrors } from "#app/platform/form-fields.ts";

import { changeQuiz, requireOrdinaryQuiz } from "./quiz-editor.server.ts";
import { readDraw } from "./quiz-draw-form.ts";
import { readQuestionList } from "./quiz-list-form.ts";
import {
  canDrawTwice,
  listAskable,
  listSharedBanks,
  reportDraw,
  scarceKinds,
} from "./quiz-sources.server.ts";

/** How a quiz comes by its questions; same: by the blueprint of its pre-test. */
export type QuestionWay =
  { kind: "list"; questionIds: string[] } | { kind: "draw"; draw: Draw } | { kind: "same" };

/** What became of the form: its faults, whether the draw that is being written can be made, or null when it is saved. */
export type ChoiceOutcome =
  { errors: FormErrors; report: null } | { errors: null; report: DrawTrial | null } | null;

/** Takes the form of what a quiz asks; with `intent` "check" nothing is saved. Throws like `chooseQuizQuestions`. */
export async function submitQuizQuestions(
  actor: Actor,
  courseSlug: string,
  slug: string,
  fields: Fields,
): Promise<ChoiceOutcome> {
  await requireOrdinaryQuiz(actor, courseSlug, slug);
  const { way, errors } = readWay(fields);
  if (errors) return { errors, report: null };
  if (fields.intent !== "check") {
    await chooseQuizQuestions(actor, courseSlug, slug, way);
    return null;
  }
  return {
    errors: null,
    report: way.kind === "draw" ? await tryDraw(actor, courseSlug, slug, way.draw) : null,
  };
}

function readWay(fields: Fields): { way: QuestionWay; errors: null } | { way: null; errors: FormErrors } {
  if (fields.way === "same") return { way: { kind: "same" }, errors: null };
  if (fields.way !== "draw")
    return { way: { kind: "list", questionIds: readQuestionList(fields) }, errors: null };
  const { draw, errors } = readDraw(fields);
  return errors ? { way: null, errors } : { way: { kind: "draw", draw }, errors: null };
}

/**
 * Chooses what a quiz asks. Throws like `changeQuiz`, and ConflictError when a question or bank is not there, or not
 * for this course.
 */
export async function chooseQuizQuestions(
  actor: Actor,
  courseSlug: string,
  slug: string,
  way: QuestionWay,
): Promise<void> {
  const { course, quiz } = await requireOrdinaryQuiz(actor, courseSlug, slug);
  if (way.kind === "list") {
    const known = new Set([
      ...quiz.questionIds,
      ...(await listAskable(course.courseId)).map(({ questionId }) => questionId),
    ]);
    if (!way.questionIds.every((id) => known.has(id))) throw new ConflictError("quizzes.questionsGone");
  }
  if (way.kind === "draw") {
    const banks = new Set((await listSharedBanks()).map(({ id }) => id));
    if (!way.draw.shared.every(({ bank }) => banks.has(bank))) {
      throw new ConflictError("quizzes.questionsGone");
    }
  }
  await changeQuiz(actor, courseSlug, slug, ({ settings: { draw: _draw, ...settings } }) => ({
    settings: way.kind === "draw" ? { ...settings, draw: way.draw } : settings,
    questionIds: way.kind === "list" ? way.questionIds : [],
  }));
}

/** Whether the banks can give a draw, while it is being written. Throws like `requireOrdinaryQuiz`. */
export async function tryDraw(actor: Actor, courseSlug: string, slug: string, draw: Draw) {
  const { course, quiz } = await requireOrdinaryQuiz(actor, courseSlug, slug);
  return {
    ...(await reportDraw(course.courseId, draw)),
    scarce: await scarceKinds({ ...quiz, settings: { ...quiz.settings, draw } }),
    canBeTwice: await canDrawTwice(course.courseId, draw),
  };
}

type DrawTrial = Awaited<ReturnType<typeof tryDraw>>;
