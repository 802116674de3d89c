import type { Actor } from "#app/identity/actor.ts";
import { requireTeaching } from "#app/library/course-team.server.ts";
import { getCourseText } from "#app/library/published-course.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import type { Language } from "#app/platform/languages.ts";

import { askedQuestion, feedbackOn } from "./asked-question.ts";
import { presentationOf } from "./presentation.ts";
import { randomFrom } from "./random.ts";

/** The questions of a quiz with answers and explanations, for its trainers. Leaves no trace; throws like `requireTeaching`. */
export async function previewQuiz(actor: Actor, courseSlug: string, activityId: string, language: Language) {
  const { structure, versionId, slug } = await requireTeaching(actor, courseSlug);
  const activity = structure.course.outline.find(({ id }) => id === activityId);
  const quiz = activity?.kind === "quiz" ? structure.quizzes[activity.quiz] : undefined;
  if (!quiz) throw new NotFoundError();
  const { text } = await getCourseText(versionId, language);
  const random = randomFrom(1);
  return {
    slug,
    courseTitle: text.course.title,
    title: text.activities[activityId]?.title ?? activityId,
    passMark: quiz.passMark,
    drawCount: quiz.draw?.count ?? null,
    questions: quiz.questions.flatMap((question) => {
      const questionText = text.questions[question.id];
      if (!questionText) return [];
      return [
        {
          id: question.id,
          isCritical: question.critical,
          asked: askedQuestion(question, questionText, presentationOf(question, random)),
          feedback: feedbackOn(question, questionText, true),
        },
      ];
    }),
  };
}
