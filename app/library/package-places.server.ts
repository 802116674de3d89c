import { NotFoundError } from "#app/platform/errors.ts";
import type { Language } from "#app/platform/languages.ts";

import type { PackageActivity } from "./course-format.ts";
import { getCourseText, getLessonPages, type PublishedCourse } from "./published-course.server.ts";

/** A place in a course where a package is met. */
export type PackagePlace = {
  activityId: string;
  /** The course's name of the package. */
  packageName: string;
  title: string;
  /** Its own activity of the outline; null for a package inside a lesson. */
  activity: PackageActivity | null;
  minutes: number | null;
};

/** Every place of a course where a package is met, in the order of the outline. */
export async function packagePlaces(
  { versionId, structure }: PublishedCourse,
  language: Language,
): Promise<PackagePlace[]> {
  const { text } = await getCourseText(versionId, language);
  const places = structure.course.outline.map(async (activity): Promise<PackagePlace[]> => {
    const activityId = activity.id;
    if (activity.kind === "package") {
      const title = text.activities[activityId]?.title ?? activityId;
      return [{ activityId, packageName: activity.package, title, activity, minutes: activity.minutes }];
    }
    if (activity.kind !== "lesson" || !structure.lessons[activity.lesson]?.packages.length) return [];
    const { pages } = await getLessonPages(versionId, activity.lesson, language);
    return pages
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) =>
        block.kind === "package"
          ? [{ activityId, packageName: block.name, title: block.title, activity: null, minutes: null }]
          : [],
      );
  });
  return (await Promise.all(places)).flat();
}

/**
 * The place of a package by its activity, and by its name when it is inside a lesson. Throws NotFoundError.
 */
export async function getPackagePlace(
  course: PublishedCourse,
  { activityId, packageName }: { activityId: string; packageName?: string },
  language: Language,
): Promise<PackagePlace> {
  const place = (await packagePlaces(course, language)).find(
    (candidate) =>
      candidate.activityId === activityId &&
      (packageName ? candidate.packageName === packageName : candidate.activity !== null),
  );
  if (!place) throw new NotFoundError();
  return place;
}
