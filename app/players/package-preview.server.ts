import type { Actor } from "#app/identity/actor.ts";
import { requireTeaching } from "#app/library/course-team.server.ts";
import { getPackagePlace } from "#app/library/package-places.server.ts";
import { getCourseText } from "#app/library/published-course.server.ts";
import { coursePackage } from "#app/library/stored-package.server.ts";
import type { Language } from "#app/platform/languages.ts";

import { placeAt } from "./place.ts";
import { openTryout } from "./tryout.server.ts";

/** A package of a course for its trainers: played, and nothing of it stored. Throws like `requireTeaching`. */
export async function previewPackage(actor: Actor, courseSlug: string, segment: string, language: Language) {
  const course = await requireTeaching(actor, courseSlug);
  const place = await getPackagePlace(course, placeAt(courseSlug, segment), language);
  const [{ text }, { id }] = await Promise.all([
    getCourseText(course.versionId, language),
    coursePackage(course.versionId, place.packageName),
  ]);
  return {
    slug: course.slug,
    courseTitle: text.course.title,
    title: place.title,
    launch: await openTryout(actor, id, language),
  };
}
