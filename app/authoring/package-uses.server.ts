import type { Actor } from "#app/identity/actor.ts";
import { listTaughtCourses } from "#app/library/course-team.server.ts";
import { getCourseText, type PublishedCourse } from "#app/library/published-course.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Language } from "#app/platform/languages.ts";
import type { Prisma } from "#prisma/generated/client.ts";

/** The courses the actor may teach, with their texts. Throws ForbiddenError for a learner. */
export async function taughtCourses(actor: Actor, language: Language) {
  const courses = await listTaughtCourses(actor);
  return Promise.all(
    courses.map(async (course) => {
      const { text } = await getCourseText(course.versionId, language);
      return { ...course, title: text.course.title, text };
    }),
  );
}

export type TaughtCourse = PublishedCourse & {
  title: string;
  text: Awaited<ReturnType<typeof getCourseText>>["text"];
};

/** Where packages are used in the current versions of these courses. */
export async function usesOf(courses: TaughtCourse[], packageVersion: Prisma.PackageVersionWhereInput) {
  const rows = await db.coursePackage.findMany({
    where: { courseVersionId: { in: courses.map(({ versionId }) => versionId) }, packageVersion },
    select: {
      courseVersionId: true,
      name: true,
      packageVersion: { select: { packageId: true, number: true } },
    },
  });
  return rows.flatMap(({ courseVersionId, name, packageVersion: { packageId, number } }) => {
    const course = courses.find(({ versionId }) => versionId === courseVersionId);
    if (!course) return [];
    const activities = course.structure.course.outline.filter(
      (activity) => activity.kind === "package" && activity.package === name,
    );
    return {
      packageId,
      number,
      course: { slug: course.slug, title: course.title },
      activities: activities.map(({ id }) => ({ id, title: course.text.activities[id]?.title ?? id })),
    };
  });
}
