import { Link, useLoaderData, useSearchParams } from "@remix-run/react";

import { requireActor } from "#app/identity/session.server.ts";
import { CourseNav } from "#app/library/ui/course-nav.tsx";
import { sessionDatesPage } from "#app/live-sessions/session-date.server.ts";
import { whenWords } from "#app/live-sessions/when.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { type MessageKey, useI18n, useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { OfWhich } from "#app/ui/of-which.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";

export const handle = { title: "sessions.nav" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const page = await sessionDatesPage(actor, requireParam(params, "course"), languageOf(request));
  return { ...page, isAdministrator: actor.role === "administrator" };
});

const doneWords: Record<string, MessageKey> = {
  added: "sessions.doneAdded",
  changed: "sessions.doneChanged",
  cancelled: "sessions.doneCancelled",
};

export default function SessionsPage() {
  const t = useT();
  const { slug, courseTitle, sessions, isAdministrator } = useLoaderData<typeof loader>();
  const done = doneWords[useSearchParams()[0].get("done") ?? ""];
  return (
    <div className="wide grid gap-8">
      <Breadcrumbs
        items={[
          { to: "/teach", label: t("teach.courses") },
          { to: `/teach/${slug}`, label: courseTitle },
        ]}
      />
      <PageHeader title={t("sessions.nav")} lead={t("sessions.lead")}>
        <CourseNav slug={slug} isAdministrator={isAdministrator} label={courseTitle} />
      </PageHeader>
      {done && (
        <Notice kind="success" isStatus>
          {t(done)}
        </Notice>
      )}
      {sessions.length === 0 && (
        <EmptyState title={t("sessions.none")}>
          {t("sessions.noneHint")} <Link to={`/teach/${slug}/draft`}>{t("drafts.title")}</Link>
        </EmptyState>
      )}
      {sessions.map(({ id, title, dates }) => (
        <section key={id} className="measure stack" aria-labelledby={`session-${id}`}>
          <h2 id={`session-${id}`}>{title}</h2>
          {dates.length === 0 && <p>{t("sessions.noDatesYet")}</p>}
          {dates.length > 0 && (
            <ol className="grid gap-3">
              {dates.map((date) => (
                <DateCard key={date.id} date={date} here={`/teach/${slug}/sessions/${id}`} />
              ))}
            </ol>
          )}
          <div>
            <ButtonLink to={`/teach/${slug}/sessions/${id}/new`}>
              {t("sessions.addDate")}
              <OfWhich>{title}</OfWhich>
            </ButtonLink>
          </div>
        </section>
      ))}
    </div>
  );
}

type ListedDate = ReturnType<typeof useLoaderData<typeof loader>>["sessions"][number]["dates"][number];

function DateCard({ date, here }: { date: ListedDate; here: string }) {
  const i18n = useI18n();
  const { t } = i18n;
  const when = whenWords(i18n, date);
  return (
    <li className="card grid gap-2">
      <h3 className="text-lg">{when}</h3>
      {date.isCancelled && <StatusTag kind="wrong">{t("sessions.cancelled")}</StatusTag>}
      <p>{[date.place, date.link].filter(Boolean).join(" · ")}</p>
      <p className="text-slate">
        {date.places === null
          ? t("sessions.takenOpen", { count: date.taken })
          : t("sessions.takenOf", { count: date.taken, places: date.places })}
        {date.present > 0 && ` · ${t("sessions.presentCount", { count: date.present })}`}
      </p>
      {!date.isCancelled && (
        <p className="flex flex-wrap gap-x-6">
          <Link to={`${here}/${date.id}/attendance`} className="inline-flex min-h-11 items-center">
            {t("sessions.toAttendance")}
            <OfWhich>{when}</OfWhich>
          </Link>
          <Link to={`${here}/${date.id}`} className="inline-flex min-h-11 items-center">
            {t("sessions.toChange")}
            <OfWhich>{when}</OfWhich>
          </Link>
        </p>
      )}
    </li>
  );
}
