import type { Actor } from "#app/identity/actor.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import type { Language } from "#app/platform/languages.ts";

import { requireTeaching } from "./course-team.server.ts";
import { isMaterial } from "./material.ts";
import { materialView } from "./material-view.server.ts";
import { sectionTitles } from "./outline-sections.ts";
import { getCourseText, getLessonPages } from "./published-course.server.ts";
import { sourcesPageId } from "./lesson-pages.ts";

/** The outline of a course for its trainers, nothing locked. Throws like `requireTeaching`. */
export async function previewCourse(actor: Actor, courseSlug: string, language: Language) {
  const { structure, versionId, slug, label } = await requireTeaching(actor, courseSlug);
  const { text, isFallback } = await getCourseText(versionId, language);
  return {
    slug,
    label,
    isFallback,
    ...text.course,
    paths: structure.course.paths ?? null,
    sectionTitles: sectionTitles(structure, text),
    outline: structure.course.outline.map(({ id, kind, minutes, required, after, section, hidden }) => ({
      id,
      kind,
      minutes,
      required,
      after,
      section,
      hidden,
      title: text.activities[id]?.title ?? id,
    })),
  };
}

/** A page of a lesson for its trainers; `pageId` "start" is the first. */
export async function previewLesson(
  actor: Actor,
  courseSlug: string,
  activityId: string,
  pageId: string,
  language: Language,
) {
  const { structure, versionId, slug } = await requireTeaching(actor, courseSlug);
  const activity = structure.course.outline.find(({ id }) => id === activityId);
  const lesson = activity?.kind === "lesson" ? structure.lessons[activity.lesson] : undefined;
  if (activity?.kind !== "lesson" || !lesson) throw new NotFoundError();
  const ids = lesson.pages;
  const index = pageId === "start" ? 0 : ids.indexOf(pageId);
  if (index < 0) throw new NotFoundError();
  const [{ text }, { pages, isFallback }] = await Promise.all([
    getCourseText(versionId, language),
    getLessonPages(versionId, activity.lesson, language),
  ]);
  const id = ids[index] as string;
  const page = pages.find((candidate) => candidate.id === id) ?? { id, title: "", blocks: [], facts: [] };
  return {
    slug,
    courseTitle: text.course.title,
    activityId,
    lessonTitle: text.activities[activityId]?.title ?? activityId,
    isFallback,
    page,
    number: index + 1,
    total: ids.length,
    previous: ids[index - 1] ?? null,
    next: ids[index + 1] ?? null,
    sources:
      id === sourcesPageId
        ? lesson.facts.flatMap((fact) => {
            const source = structure.course.sources[fact];
            return source ? [{ fact, ...source }] : [];
          })
        : null,
  };
}

/** A video, file or page elsewhere for its trainers. */
export async function previewMaterial(
  actor: Actor,
  courseSlug: string,
  activityId: string,
  language: Language,
) {
  const course = await requireTeaching(actor, courseSlug);
  const activity = course.structure.course.outline.find(({ id }) => id === activityId);
  if (!activity || !isMaterial(activity)) throw new NotFoundError();
  const { text, isFallback } = await getCourseText(course.versionId, language);
  return {
    slug: course.slug,
    courseTitle: text.course.title,
    isFallback,
    minimumMinutes: activity.minimumMinutes ?? null,
    view: await materialView(course, activity, language),
  };
}

/** A survey for its trainers. */
export async function previewSurvey(
  actor: Actor,
  courseSlug: string,
  activityId: string,
  language: Language,
) {
  const { structure, versionId, slug } = await requireTeaching(actor, courseSlug);
  const activity = structure.course.outline.find(({ id }) => id === activityId);
  const { text } = await getCourseText(versionId, language);
  const survey = activity?.kind === "survey" ? structure.surveys[activity.survey] : undefined;
  const surveyText = survey && text.surveys[survey.id];
  if (!survey || !surveyText) throw new NotFoundError();
  return { slug, courseTitle: text.course.title, survey, text: surveyText };
}
