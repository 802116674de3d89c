import type { PublishedCourse } from "#app/library/published-course.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import type { FormErrors } from "#app/platform/form-fields.ts";
import type { Language } from "#app/platform/languages.ts";

import type { AskedQuestion } from "./asked-question.ts";
import { questionsOfCourse } from "./course-questions.server.ts";
import { type Feedback, feedbackOn } from "./feedback.ts";
import { gradeResponse, isFinished } from "./grading/grade.ts";
import { fixedPresentation } from "./presentation.ts";
import type { PooledQuestion } from "./quiz-questions.server.ts";
import { type AnswerFields, fieldsOfResponse, responseOf } from "./response.ts";
import { shownQuestion } from "./shown-question.server.ts";
import { questionTextIn, type StoredQuestion } from "./stored-question.server.ts";

type KeyedQuestion = StoredQuestion & { key: string };

export type InlineQuestion = { id: string; asked: AskedQuestion };

/** The questions inside a lesson's page, as it may know them. Throws NotFoundError. */
export async function inlineQuestions(
  course: PublishedCourse,
  keys: string[],
  language: Language,
): Promise<InlineQuestion[]> {
  if (keys.length === 0) return [];
  const checks = await lessonChecks(course);
  return keys.map((key) => inlineQuestion(requireQuestion(checks, key), language));
}

/** A question as a page may know it, outside of any attempt. */
export function inlineQuestion(stored: KeyedQuestion, language: Language): InlineQuestion {
  const { key, question } = stored;
  return { id: key, asked: shownQuestion(stored, language, fixedPresentation(key, question)) };
}

/** Feedback, or what has to be put right; `asked` shows how far a way through steps has come, `given` its fields. */
export type CheckedAnswer =
  | { feedback: null; errors: FormErrors }
  | { feedback: Feedback | null; errors: null; asked: AskedQuestion; given: AnswerFields };

/** Feedback on an answer to a question inside a lesson. Nothing is stored. Throws NotFoundError. */
export async function checkAnswer(
  course: PublishedCourse,
  key: string,
  fields: AnswerFields,
  language: Language,
  from?: PooledQuestion[],
): Promise<CheckedAnswer> {
  return answerChecked(requireQuestion(from ?? (await lessonChecks(course)), key), fields, language);
}

/** The same, for a question that is at hand. */
export function answerChecked(
  stored: KeyedQuestion,
  fields: AnswerFields,
  language: Language,
): CheckedAnswer {
  const { key, question } = stored;
  const shown = fixedPresentation(key, question);
  const { response, errors } = responseOf(question, shown, fields);
  if (errors) return { feedback: null, errors };
  const { text } = questionTextIn(stored, language);
  const reached = {
    given: fieldsOfResponse(question, shown, response),
    asked: shownQuestion(stored, language, shown, response),
  };
  if (!isFinished(question, response)) return { feedback: null, errors: null, ...reached };
  const fraction = gradeResponse(question, response)?.fraction ?? null;
  return { feedback: feedbackOn(question, text, { response, fraction }), errors: null, ...reached };
}

/** Only questions meant for lessons: an answer to one gives its key away, which tests must not. */
function lessonChecks({ versionId }: PublishedCourse): Promise<PooledQuestion[]> {
  return questionsOfCourse(versionId, "check");
}

function requireQuestion(from: PooledQuestion[], key: string): PooledQuestion {
  const stored = from.find((candidate) => candidate.key === key);
  if (!stored) throw new NotFoundError();
  return stored;
}
