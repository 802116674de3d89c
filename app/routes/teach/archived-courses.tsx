import { Link, useLoaderData } from "@remix-run/react";

import { archivedCoursesPage } from "#app/authoring/course-standing-change.server.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { endpoint } from "#app/platform/http.server.ts";
import { useI18n } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { OfWhich } from "#app/ui/of-which.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "publishing.archivedCourses" } satisfies PageHandle;

export const loader = endpoint(async ({ request }) => ({
  courses: await archivedCoursesPage(await requireActor(request), languageOf(request)),
}));

export default function ArchivedCoursesPage() {
  const { t, formatDate } = useI18n();
  const { courses } = useLoaderData<typeof loader>();
  return (
    <div className="measure grid gap-8">
      <Breadcrumbs items={[{ to: "/teach", label: t("teach.courses") }]} />
      <PageHeader title={t("publishing.archivedCourses")} lead={t("publishing.archivedLead")} />
      {courses.length === 0 && <EmptyState title={t("publishing.noArchived")} />}
      {courses.map(({ slug, title, archivedAt, learners }) => (
        <article key={slug} className="card stack">
          <h2>
            <Link to={`/teach/${slug}`}>{title}</Link>
          </h2>
          <p className="text-slate">
            {t("publishing.archivedOn", { date: formatDate(archivedAt), count: learners })}
          </p>
          <p>
            <Link to={`/teach/${slug}/availability`}>
              {t("publishing.restoreLink")}
              <OfWhich>{title}</OfWhich>
            </Link>
          </p>
        </article>
      ))}
    </div>
  );
}
