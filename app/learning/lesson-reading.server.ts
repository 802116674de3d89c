import type { Actor } from "#app/identity/actor.ts";
import { sourcesIn } from "#app/library/fact-sources.server.ts";
import { type LessonPage, sourcesPageId } from "#app/library/lesson-pages.ts";
import { getCourseText, getLessonPages } from "#app/library/published-course.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import type { Language } from "#app/platform/languages.ts";

import { enrolmentOf } from "./enrolment.server.ts";
import { notePageOpened, timeLeft } from "./minimum-time.server.ts";
import { pagesOf, pathOf, resumePage } from "./path.ts";
import { progressOf, recordPosition, requireOpenActivity } from "./progress.server.ts";

/** The page to open a lesson at. Throws NotFoundError, or ConflictError while the lesson is locked. */
export async function pageToResume(actor: Actor, courseSlug: string, activityId: string): Promise<string> {
  const enrolment = await enrolmentOf(actor, courseSlug);
  const activity = await requireOpenActivity(enrolment, activityId, "lesson");
  const step = pathOf(enrolment.course.structure, await progressOf(enrolment.id)).find(
    (candidate) => candidate.activity.id === activity.id,
  );
  const page = step && resumePage(step, pagesOf(enrolment.course.structure, activity));
  if (!page) throw new NotFoundError();
  return page;
}

/** One page of a lesson for its learner; opening it makes it the page to resume at. Throws like `pageToResume`. */
export async function openLessonPage(
  actor: Actor,
  courseSlug: string,
  activityId: string,
  pageId: string,
  language: Language,
) {
  const lesson = await openLesson(actor, courseSlug, activityId, language);
  const index = lesson.pageIds.indexOf(pageId);
  if (index < 0) throw new NotFoundError();
  await recordPosition(lesson.enrolment, activityId, pageId);
  await notePageOpened(lesson.enrolment, lesson.activity);
  const page = pageOf(lesson.pages, pageId);
  return {
    /** The version she began on, for the server only. */
    course: lesson.enrolment.course,
    ...lesson.heading,
    page,
    number: index + 1,
    total: lesson.pageIds.length,
    minimumMinutes: lesson.activity.minimumMinutes ?? null,
    secondsLeft: await timeLeft(lesson.enrolment, lesson.activity),
    previous: lesson.pageIds[index - 1] ?? null,
    next: lesson.pageIds[index + 1] ?? null,
    sources: pageId === sourcesPageId ? sourcesIn(lesson.structure, lesson.facts) : null,
  };
}

/** A whole lesson on one page, to be printed. */
export async function wholeLesson(actor: Actor, courseSlug: string, activityId: string, language: Language) {
  const lesson = await openLesson(actor, courseSlug, activityId, language);
  return {
    ...lesson.heading,
    pages: lesson.pages.filter(({ id }) => id !== sourcesPageId),
    sources: sourcesIn(lesson.structure, lesson.facts),
  };
}

async function openLesson(actor: Actor, courseSlug: string, activityId: string, language: Language) {
  const enrolment = await enrolmentOf(actor, courseSlug);
  const activity = await requireOpenActivity(enrolment, activityId, "lesson");
  const { versionId, structure, slug } = enrolment.course;
  const [{ text }, { pages, isFallback }] = await Promise.all([
    getCourseText(versionId, language),
    getLessonPages(versionId, activity.lesson, language),
  ]);
  return {
    enrolment,
    activity,
    structure,
    pages,
    pageIds: pagesOf(structure, activity),
    facts: structure.lessons[activity.lesson]?.facts ?? [],
    heading: {
      courseSlug: slug,
      courseTitle: text.course.title,
      versionId,
      activityId,
      lessonTitle: text.activities[activityId]?.title ?? activityId,
      minutes: activity.minutes,
      isFallback,
    },
  };
}

function pageOf(pages: LessonPage[], pageId: string): LessonPage {
  return pages.find(({ id }) => id === pageId) ?? { id: pageId, title: "", blocks: [], facts: [] };
}
