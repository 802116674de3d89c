import type { Actor } from "#app/identity/actor.ts";
import { countUnderWay } from "#app/learning/course-move.server.ts";
import { db } from "#app/platform/db.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { isDerivedLanguage, type Language } from "#app/platform/languages.ts";

import { taughtCourses, usesOf } from "./package-uses.server.ts";
import { type PackageAddress, requireUploadedVersion } from "./ready-version.server.ts";

/** What the form for publishing into a course needs. Throws ForbiddenError, NotFoundError. */
export async function activityFormPage(
  actor: Actor,
  address: PackageAddress,
  courseSlug: string,
  language: Language,
) {
  const { structure } = await requireUploadedVersion(actor, address);
  const course = (await taughtCourses(actor, language)).find(({ slug }) => slug === courseSlug);
  if (!course) throw new NotFoundError();
  const versions = await db.courseVersion.findMany({
    where: { courseId: course.courseId },
    select: { id: true },
  });
  return {
    ...address,
    title: structure.title,
    standard: structure.standard,
    course: { slug: course.slug, title: course.title },
    /** Those the course is written in; others are derived from them. */
    languages: course.structure.course.languages.filter((tag) => !isDerivedLanguage(tag)),
    outline: course.structure.course.outline.map(({ id, after, hidden }) => ({
      id,
      title: course.text.activities[id]?.title ?? id,
      after,
      hidden,
    })),
    underWay: await countUnderWay(versions.map(({ id }) => id)),
  };
}

/** What the form for exchanging a version needs. Throws ForbiddenError, NotFoundError. */
export async function replacementFormPage(
  actor: Actor,
  address: PackageAddress,
  courseSlug: string,
  language: Language,
) {
  const { id, packageId, structure } = await requireUploadedVersion(actor, address);
  const course = (await taughtCourses(actor, language)).find(({ slug }) => slug === courseSlug);
  const [use] = course ? await usesOf([course], { packageId }) : [];
  if (!use) throw new NotFoundError();
  const versions = await db.courseVersion.findMany({
    where: {
      course: { slug: courseSlug },
      packages: { some: { packageVersionId: { not: id }, packageVersion: { packageId } } },
    },
    select: { id: true },
  });
  return {
    ...address,
    title: structure.title,
    use,
    underWay: await countUnderWay(versions.map(({ id: versionId }) => versionId)),
  };
}

/** What the form for a course of its own needs. Throws ForbiddenError, NotFoundError. */
export async function newCourseFormPage(actor: Actor, address: PackageAddress) {
  const { structure } = await requireUploadedVersion(actor, address);
  return { ...address, title: structure.title, standard: structure.standard };
}
