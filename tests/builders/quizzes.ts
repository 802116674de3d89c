import type { z } from "zod";

import { saveResponse } from "#app/assessment/answering/answer.server.ts";
import { attemptOf, openQuiz, startAttempt } from "#app/assessment/attempt.server.ts";
import type { FolderQuestion } from "#app/assessment/course-bank.server.ts";
import { importQuizzes } from "#app/assessment/course-quizzes.server.ts";
import { submitAttempt } from "#app/certification/learner-steps.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { enrol } from "#app/learning/enrol.server.ts";
import { activity } from "#app/library/course-format.ts";
import { addTrainer } from "#app/library/course-team.server.ts";
import { addCourse } from "#app/library/course-version.server.ts";
import { getCurrentCourse, type PublishedCourse } from "#app/library/published-course.server.ts";
import { question, type QuestionText, type Response } from "#app/library/question-format.ts";
import { quizSettings } from "#app/library/quiz-format.ts";
import { minutes } from "#app/platform/clock.ts";
import { db, serializable } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/id.ts";
import type { Language } from "#app/platform/languages.ts";

import { administrator, learner, trainer } from "./people.ts";
import { type GivenQuestion, textOf } from "./questions.ts";

export type GivenQuiz = {
  /** mode "test" and a pass mark of 50 percent, unless said otherwise. */
  settings?: Partial<z.input<typeof quizSettings>>;
  /** They stand in the category that has the quiz's name. */
  questions: GivenQuestion[];
  /** By key and language; without it `textOf` in English. */
  texts?: Record<string, Partial<Record<Language, QuestionText>>>;
  /** By the names that the questions use. */
  media?: FolderQuestion["content"]["media"];
};

/** A course of its own whose only activity is the quiz "quiz". */
export function courseWithQuiz(quiz: GivenQuiz): Promise<PublishedCourse> {
  return courseWithQuizzes({ quiz });
}

/**
 * A course of its own whose activities are quizzes, each with an activity of the same name; `kindOf` makes it one of
 * another kind.
 */
export async function courseWithQuizzes(
  given: Record<string, GivenQuiz>,
  kindOf: (place: { id: string }) => object = ({ id }) => ({ kind: "quiz", quiz: id }),
): Promise<PublishedCourse> {
  const slug = `course-${newId()}`;
  const [courseId, versionId] = [newId(), newId()];
  const title = "A course with quizzes";
  const outline = Object.keys(given).map((id) =>
    activity.parse({ id, minutes: 5, required: true, after: [], ...kindOf({ id }) }),
  );
  const course = {
    id: slug,
    version: "1.0.0",
    languages: ["en", "sr-Cyrl"],
    audience: ["police" as const],
    hours: 1,
    certificate: { showScore: true },
    outline,
    sources: {},
    review: [],
  };
  const text = {
    course: { title, summary: "s", contentNote: "n", objectives: ["o"] },
    activities: Object.fromEntries(outline.map(({ id }) => [id, { title: `Title of ${id}` }])),
    surveys: {},
  };
  await serializable(async (tx) => {
    await addCourse(tx, {
      courseId,
      versionId,
      trainerId: null,
      structure: { course, surveys: {}, lessons: {} },
      texts: new Map([
        ["en", text],
        ["sr-Cyrl", text],
      ]),
      packages: {},
    });
    await importQuizzes(tx, {
      courseId,
      versionId,
      previousVersionId: null,
      title,
      questions: Object.entries(given).flatMap(([category, quiz]) => folderQuestions(category, quiz)),
      quizzes: Object.entries(given).map(([quizSlug, { settings, questions }]) => ({
        slug: quizSlug,
        settings: quizSettings.parse({ mode: "test", passMark: 50, ...settings }),
        keys: settings?.draw ? [] : questions.map(({ id }) => id),
      })),
    });
  }, minutes(1));
  return getCurrentCourse(slug);
}

function folderQuestions(
  category: string,
  { questions, texts = {}, media = [] }: GivenQuiz,
): FolderQuestion[] {
  return questions.map((written) => {
    const parsed = question.parse(written);
    const given = Object.entries(texts[parsed.id] ?? { en: textOf(parsed) }) as [Language, QuestionText][];
    return { key: parsed.id, category, content: { question: parsed, texts: new Map(given), media } };
  });
}

/** A learner enrolled in a course. */
export async function learnerIn(
  course: PublishedCourse,
  given: Parameters<typeof learner>[0] = {},
): Promise<Actor> {
  const actor = await learner(given);
  const by = await administrator();
  await db.$transaction((tx) => enrol(tx, by, course, actor.id));
  return actor;
}

/** A trainer who teaches a course. */
export async function trainerOf(
  course: PublishedCourse,
  given: Parameters<typeof trainer>[0] = {},
): Promise<Actor> {
  const actor = await trainer(given);
  await addTrainer(await administrator(), course.slug, actor.id);
  return actor;
}

/** Begins an attempt and answers what `responses` says, by the questions' keys. Not submitted. */
export async function answerQuiz(
  actor: Actor,
  course: PublishedCourse,
  responses: Record<string, Response>,
  activityId = "quiz",
): Promise<number> {
  const { number } = await startAttempt(actor, course.slug, activityId);
  const open = await openQuiz(actor, course.slug, activityId);
  for (const { position, stored } of (await attemptOf(open, number)).items) {
    const response = responses[stored.question.id];
    if (response !== undefined) {
      await saveResponse(actor, course.slug, activityId, number, position, response);
    }
  }
  return number;
}

/** Answers and submits. */
export async function takeQuiz(
  actor: Actor,
  course: PublishedCourse,
  responses: Record<string, Response>,
  activityId = "quiz",
) {
  const number = await answerQuiz(actor, course, responses, activityId);
  return { number, ...(await submitAttempt(actor, course.slug, activityId, number)) };
}
