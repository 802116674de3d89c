import type { PublishedCourse } from "#app/library/published-course.server.ts";
import type { Question } from "#app/library/question-format.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import type { FormErrors } from "#app/platform/http.server.ts";
import type { Language } from "#app/platform/languages.ts";

import { type AskedQuestion, askedQuestion, type Feedback, feedbackOn } from "./asked-question.ts";
import { questionsOfCourse } from "./course-questions.server.ts";
import { type Presentation, presentationOf } from "./presentation.ts";
import type { PooledQuestion } from "./quiz-questions.server.ts";
import { randomFrom } from "./random.ts";
import { type AnswerFields, responseOf } from "./response.ts";
import { isRight } from "./scoring.ts";
import { questionTextIn } from "./stored-question.server.ts";

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
export function inlineQuestion(stored: PooledQuestion, language: Language): InlineQuestion {
  const { key, question } = stored;
  const { text } = questionTextIn(stored, language);
  return { id: key, asked: askedQuestion(question, text, fixedPresentation(key, question)) };
}

/** Feedback on an answer to a question inside a lesson. Nothing is stored. Throws NotFoundError. */
export async function checkAnswer(
  course: PublishedCourse,
  key: string,
  fields: AnswerFields,
  language: Language,
  from?: PooledQuestion[],
): Promise<{ feedback: Feedback; errors: null } | { feedback: null; errors: FormErrors }> {
  const stored = requireQuestion(from ?? (await lessonChecks(course)), key);
  const { question } = stored;
  const { response, errors } = responseOf(question, fixedPresentation(key, question), fields);
  if (errors) return { feedback: null, errors };
  const { text } = questionTextIn(stored, language);
  return { feedback: feedbackOn(question, text, isRight(question, response)), errors: null };
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

/** The same for everybody and every time, because nothing is stored that could remember a shuffle. */
function fixedPresentation(key: string, question: Question): Presentation {
  const seed = [...key].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7);
  return presentationOf(question, randomFrom(seed));
}
