import type { Question, QuestionText } from "#app/library/question-format.ts";
import type { QuizSettings } from "#app/library/quiz-format.ts";
import { mediaAddress } from "#app/library/media-file.server.ts";
import type { Language } from "#app/platform/languages.ts";

import { drawCandidate } from "./choose-questions.ts";
import { checkDraw } from "./draw-check.ts";
import { isGradedByPerson } from "./grading/grade.ts";
import type { PortableQuestion, PortableQuiz } from "./portable-quiz.ts";
import { hasPostTest, preTestOf, withBlueprint } from "./quiz-content.server.ts";
import { type PooledQuestion, questionsOfQuiz } from "./quiz-questions.server.ts";
import { contextHtml } from "./shown-question.server.ts";
import { getQuiz } from "./stored-quiz.server.ts";
import { questionTextIn } from "./stored-question.server.ts";

/** Why a quiz is not wholly what it is here. */
export type QuizLoss = {
  /** Questions that a person grades, in words. */
  graded: string[];
  /** What is left cannot give the draw: all of it is asked. */
  isDrawGone: boolean;
};

/**
 * A quiz of a version of a course with its questions and their keys, to be run where there is no server; null where
 * nothing is left that can be graded there. For trainers only. Throws NotFoundError.
 */
export async function portableQuiz(
  courseVersionId: string,
  slug: string,
  language: Language,
): Promise<{ quiz: PortableQuiz | null; loss: QuizLoss }> {
  const quiz = await withBlueprint(await getQuiz(courseVersionId, slug));
  const before = await preTestOf(quiz);
  const all = (await questionsOfQuiz(quiz)).filter(({ isRetired }) => !isRetired);
  const [graded, marked] = [
    all.filter(({ question }) => isGradedByPerson(question)),
    all.filter(({ question }) => !isGradedByPerson(question)),
  ];
  const { draw } = quiz.settings;
  const isDrawGone = draw !== undefined && checkDraw(marked.map(drawCandidate), draw).length > 0;
  const loss = { graded: graded.map((one) => questionTextIn(one, language).text.q), isDrawGone };
  if (marked.length === 0) return { quiz: null, loss };
  const portable: PortableQuiz = {
    settings: settingsOf(quiz.settings, isDrawGone),
    questions: marked.map((one) => portableQuestion(one, language)),
    comesFirst: !before && (await hasPostTest(quiz)),
    before: before?.slug ?? null,
  };
  return { quiz: portable, loss };
}

/** What a learner is asked to hand in, in words; `context` as safe HTML. */
export type TaskPart = { q: string; context: string | null };

/** The task of an assignment of a version of a course. Throws NotFoundError. */
export async function assignmentTask(
  courseVersionId: string,
  slug: string,
  language: Language,
): Promise<TaskPart[]> {
  const questions = await questionsOfQuiz(await getQuiz(courseVersionId, slug));
  return questions.map((stored) => {
    const { text } = questionTextIn(stored, language);
    return { q: text.q, context: contextHtml(stored, text.context) };
  });
}

/** A question with its key and text in one language, and the addresses of its files. */
export function portableQuestion(stored: PooledQuestion, language: Language): PortableQuestion {
  const { key, question, category, media } = stored;
  const { guidance: _, ...text } = questionTextIn(stored, language).text;
  return {
    key,
    question: withoutRecord(question),
    text: text satisfies QuestionText,
    context: contextHtml(stored, text.context),
    files: Object.fromEntries(media.map((file) => [file.name, mediaAddress(file)])),
    category,
    isRetired: false,
  };
}

/** Dates, codes and limits of time need a clock that the reader cannot set. */
function settingsOf(settings: QuizSettings, isDrawGone: boolean): PortableQuiz["settings"] {
  const { mode, passMark, criticalMustBeRight, minimumDPrime, attempts, scoring } = settings;
  const { shuffleQuestions, shuffleOptions, feedback, draw } = settings;
  return {
    mode,
    passMark,
    criticalMustBeRight,
    minimumDPrime,
    attempts,
    scoring,
    shuffleQuestions,
    shuffleOptions,
    feedback,
    ...(draw && !isDrawGone ? { draw } : {}),
  };
}

function withoutRecord(question: Question): Question {
  return { ...question, recheck: false, facts: [] };
}
