import type { Question } from "#app/library/question-format.ts";
import type { PublishedCourse } from "#app/library/published-course.server.ts";
import { getCourseText } from "#app/library/published-course.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import type { FormErrors } from "#app/platform/http.server.ts";
import type { Language } from "#app/platform/languages.ts";

import { type AskedQuestion, askedQuestion, type Feedback, feedbackOn } from "./asked-question.ts";
import { type Presentation, presentationOf } from "./presentation.ts";
import { randomFrom } from "./random.ts";
import { type AnswerFields, responseOf } from "./response.ts";
import { isRight } from "./scoring.ts";

export type InlineQuestion = { id: string; asked: AskedQuestion };

/** The questions inside a lesson's page, as it may know them. */
export async function inlineQuestions(
  course: PublishedCourse,
  ids: string[],
  language: Language,
  from = lessonChecks(course),
): Promise<InlineQuestion[]> {
  return Promise.all(
    ids.map(async (id) => {
      const { question, text, shown } = await findQuestion(course, id, language, from);
      return { id, asked: askedQuestion(question, text, shown) };
    }),
  );
}

/** Feedback on an answer to a question inside a lesson. Nothing is stored. Throws NotFoundError. */
export async function checkAnswer(
  course: PublishedCourse,
  id: string,
  fields: AnswerFields,
  language: Language,
  from = lessonChecks(course),
): Promise<{ feedback: Feedback; errors: null } | { feedback: null; errors: FormErrors }> {
  const { question, text, shown } = await findQuestion(course, id, language, from);
  const { response, errors } = responseOf(question, shown, fields);
  if (errors) return { feedback: null, errors };
  return { feedback: feedbackOn(question, text, isRight(question, response)), errors: null };
}

/** Only questions meant for lessons: an answer to one gives its key away, which tests must not. */
function lessonChecks(course: PublishedCourse): Question[] {
  return Object.values(course.structure.quizzes)
    .filter(({ mode }) => mode === "check")
    .flatMap((quiz) => quiz.questions);
}

async function findQuestion(course: PublishedCourse, id: string, language: Language, from: Question[]) {
  const question = from.find((candidate) => candidate.id === id);
  const { text } = await getCourseText(course.versionId, language);
  const questionText = text.questions[id];
  if (!question || !questionText) throw new NotFoundError();
  return { question, text: questionText, shown: fixedPresentation(id, question) };
}

/** The same for everybody and every time, because nothing is stored that could remember a shuffle. */
function fixedPresentation(id: string, question: Parameters<typeof presentationOf>[0]): Presentation {
  const seed = [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7);
  return presentationOf(question, randomFrom(seed));
}
