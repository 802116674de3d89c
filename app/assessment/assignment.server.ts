import type { Actor } from "#app/identity/actor.ts";
import { requireTeaching } from "#app/library/course-team.server.ts";
import type { QuestionText } from "#app/library/question-format.ts";
import { quizSettings } from "#app/library/quiz-format.ts";
import { serializable } from "#app/platform/db.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { type Fields, type FormErrors, parseFields } from "#app/platform/form-fields.ts";
import { isLanguage, type Language } from "#app/platform/languages.ts";
import { i18nFor } from "#app/platform/messages.server.ts";

import {
  type AnswerLimits,
  type AnswerWay,
  assignmentFields,
  assignmentSettingsForm,
  withAssignmentSettings,
} from "./assignment-form.ts";
import { bankOfCourse } from "./bank-directory.server.ts";
import { addQuestionsIn } from "./bank-question.server.ts";
import { completenessOf } from "./completeness.ts";
import { inlineQuestion } from "./inline-check.server.ts";
import { assignmentQuestions, assignmentText } from "./new-assignment.server.ts";
import { addQuizIn, changeQuiz, requireTaughtQuiz, type TaughtQuiz } from "./quiz-editor.server.ts";
import { quizHeading } from "./quiz-pages.server.ts";
import { questionsOfQuiz } from "./quiz-questions.server.ts";

type NewAssignment = {
  /** Of the form: sending it twice makes one. */
  id: string;
  /** By language. */
  titles: Record<string, string>;
  tasks: Record<string, string>;
  answer: AnswerWay;
  limits: AnswerLimits;
  passMark: number;
};

/**
 * Makes an assignment that has no place in the course: its quiz, and its questions in the course's bank with a rubric to
 * begin with. Returns its name. Throws like `requireTeaching`.
 */
export async function createAssignment(
  actor: Actor,
  courseSlug: string,
  { id, titles, tasks, answer, limits, passMark }: NewAssignment,
): Promise<string> {
  const course = await requireTeaching(actor, courseSlug);
  const bankId = await bankOfCourse(actor, course.courseId);
  const settings = quizSettings.parse({
    mode: "assignment",
    layout: "all",
    shuffleQuestions: false,
    passMark,
  });
  return serializable(async (tx) => {
    const earlier = await tx.quiz.findUnique({ where: { id }, select: { slug: true, courseId: true } });
    if (earlier?.courseId === course.courseId) return earlier.slug;
    const slug = await addQuizIn(tx, actor, course, { id, titles, settings }, async (name) =>
      addQuestionsIn(
        tx,
        actor,
        bankId,
        assignmentQuestions(answer, limits).map((structure, index) => ({
          key: "",
          category: name,
          structure,
          texts: textsOf(tasks, index === 0),
          files: [],
        })),
      ),
    );
    return slug;
  });
}

function textsOf(tasks: Record<string, string>, isFirst: boolean): Map<Language, QuestionText> {
  return new Map(
    Object.entries(tasks).flatMap(([tag, task]) =>
      isLanguage(tag) ? [[tag, assignmentText(i18nFor(tag).t, task, isFirst)] as const] : [],
    ),
  );
}

/** The quiz of an assignment of a course that the actor teaches. Throws like `requireTaughtQuiz`. */
async function requireAssignment(actor: Actor, courseSlug: string, slug: string): Promise<TaughtQuiz> {
  const taught = await requireTaughtQuiz(actor, courseSlug, slug);
  if (taught.quiz.settings.mode !== "assignment") throw new NotFoundError();
  return taught;
}

/** An assignment for its trainers: its task and rubric, in which languages, and its settings. Throws like `requireTaughtQuiz`. */
export async function assignmentSettingsPage(
  actor: Actor,
  courseSlug: string,
  slug: string,
  language: Language,
) {
  const { course, quiz } = await requireAssignment(actor, courseSlug, slug);
  const questions = await questionsOfQuiz(quiz);
  const written = course.structure.course.languages;
  return {
    ...(await quizHeading(actor, courseSlug, slug, language)),
    parts: questions.map((stored) => ({
      id: stored.questionId,
      bankId: stored.bankId,
      points: stored.question.points,
      asked: inlineQuestion(stored, language).asked,
      completeness: completenessOf(stored).filter((one) => written.includes(one.language)),
    })),
    fields: assignmentFields(quiz.settings),
  };
}

/** Takes the form of the settings; what is wrong in it, or null when they are saved. Throws like `changeQuiz`. */
export async function submitAssignmentSettings(
  actor: Actor,
  courseSlug: string,
  slug: string,
  fields: Fields,
): Promise<{ errors: FormErrors; typed: Record<string, string> } | null> {
  await requireAssignment(actor, courseSlug, slug);
  const { values, errors, typed } = parseFields(fields, assignmentSettingsForm);
  if (errors) return { errors, typed };
  await changeQuiz(actor, courseSlug, slug, ({ settings, questionIds }) => ({
    settings: withAssignmentSettings(settings, values),
    questionIds,
  }));
  return null;
}
