import { Link, useLoaderData } from "@remix-run/react";

import { countWaiting } from "#app/assessment/grading-queue.server.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { courseStanding } from "#app/library/course-standing.server.ts";
import { listArchivedCourses, listTaughtCourses } from "#app/library/course-team.server.ts";
import { getCourseText } from "#app/library/published-course.server.ts";
import { CourseNav } from "#app/library/ui/course-nav.tsx";
import { endpoint } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "teach.coursesTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request }) => {
  const actor = await requireActor(request);
  const [courses, archived] = await Promise.all([listTaughtCourses(actor), listArchivedCourses(actor)]);
  return {
    hasArchived: archived.length > 0,
    isAdministrator: actor.role === "administrator",
    courses: await Promise.all(
      courses.map(async ({ slug, courseId, versionId, label }) => {
        const { text } = await getCourseText(versionId, languageOf(request));
        const waiting = await countWaiting(actor, slug);
        const isOffered = (await courseStanding(courseId)) === "offered";
        return { slug, label, title: text.course.title, summary: text.course.summary, waiting, isOffered };
      }),
    ),
  };
});

export default function TeachHomePage() {
  const t = useT();
  const { courses, hasArchived, isAdministrator } = useLoaderData<typeof loader>();
  return (
    <div className="measure grid gap-8">
      <PageHeader title={t("teach.courses")}>
        <div>
          <ButtonLink to="/teach/new">{t("outline.new")}</ButtonLink>
        </div>
        <ul className="flex flex-wrap gap-x-6">
          <li>
            <Link to="/teach/banks">{t("bank.banks")}</Link>
          </li>
          <li>
            <Link to="/teach/packages">{t("authoring.packages")}</Link>
          </li>
          {hasArchived && (
            <li>
              <Link to="/teach/archived">{t("publishing.archivedCourses")}</Link>
            </li>
          )}
        </ul>
      </PageHeader>
      {courses.length === 0 && (
        <EmptyState title={t("teach.noCourses")}>{t("teach.noCoursesHint")}</EmptyState>
      )}
      {courses.map((course) => (
        <article key={course.slug} className="card stack">
          <h2>
            <Link to={`/teach/${course.slug}`}>{course.title}</Link>
          </h2>
          <p>{course.summary}</p>
          <p className="text-slate">{t("teach.courseVersion", { label: course.label })}</p>
          {!course.isOffered && (
            <p>
              <Link to={`/teach/${course.slug}/availability`}>{t("publishing.notOffered")}</Link>
            </p>
          )}
          <CourseNav
            slug={course.slug}
            isAdministrator={isAdministrator}
            label={course.title}
            waiting={course.waiting}
          />
        </article>
      ))}
    </div>
  );
}
