import { Link, useLoaderData } from "@remix-run/react";

import { requireActor } from "#app/identity/session.server.ts";
import { previewSession } from "#app/live-sessions/preview.server.ts";
import { SessionDates } from "#app/live-sessions/ui/session-dates.tsx";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "teach.previewTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) =>
  previewSession(
    await requireActor(request),
    requireParam(params, "course"),
    requireParam(params, "activity"),
    languageOf(request),
  ),
);

export default function PreviewSessionPage() {
  const t = useT();
  const { slug, courseTitle, title, dates } = useLoaderData<typeof loader>();
  return (
    <div className="measure grid gap-8">
      <Breadcrumbs items={[{ to: `/teach/${slug}/preview`, label: courseTitle }]} />
      <Notice kind="info">{t("teach.previewBanner")}</Notice>
      <PageHeader title={title} kicker={t("learn.kindSession")} />
      <p>{t("sessions.codeLater")}</p>
      <section className="stack">
        <h2>{t("sessions.dates")}</h2>
        <p>{t(dates.length > 0 ? "sessions.datesLead" : "sessions.noDates")}</p>
        <SessionDates dates={dates} />
        <p>
          <Link to={`/teach/${slug}/sessions`}>{t("sessions.toDates")}</Link>
        </p>
      </section>
    </div>
  );
}
