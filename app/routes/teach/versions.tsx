import { data, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";

import { courseVersions } from "#app/authoring/course-versions.server.ts";
import { beginDraft } from "#app/authoring/draft.server.ts";
import { LearnersBehind } from "#app/authoring/ui/learners-behind.tsx";
import { learnersBehind, submitMove } from "#app/authoring/version-moves.server.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { CourseNav } from "#app/library/ui/course-nav.tsx";
import { fieldsOf } from "#app/platform/form-fields.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useI18n } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "reviews.versions" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const course = requireParam(params, "course");
  const page = await courseVersions(actor, course, languageOf(request));
  return {
    ...page,
    moves: await learnersBehind(actor, course),
    isAdministrator: actor.role === "administrator",
  };
});

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const course = requireParam(params, "course");
  const fields = fieldsOf(await request.formData());
  if (fields.intent === "move") {
    const refused = await submitMove(actor, course, fields);
    return refused ? data(refused, { status: 422 }) : redirect(`/teach/${course}/versions?done=move`);
  }
  await beginDraft(actor, course, String(fields.version));
  return redirect(`/teach/${course}/draft`);
});

const origins = {
  draft: "reviews.originDraft",
  folder: "reviews.originFolder",
  change: "reviews.originChange",
  package: "reviews.originPackage",
} as const;

export default function VersionsPage() {
  const { t, formatDateTime, formatNumber } = useI18n();
  const { slug, title, hasDraft, plannedAt, standing, versions, moves, isAdministrator } =
    useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const isDone = useSearchParams()[0].get("done") === "move" && !refused;
  const here = `/teach/${slug}/versions`;
  const current = versions.find(({ isCurrent }) => isCurrent);
  return (
    <div className="grid gap-8">
      <Breadcrumbs
        items={[
          { to: "/teach", label: t("teach.courses") },
          { to: `/teach/${slug}`, label: title },
          { to: `/teach/${slug}/draft`, label: t("drafts.title") },
        ]}
      />
      <PageHeader title={t("reviews.versions")} lead={t("reviews.versionsLead")}>
        <CourseNav slug={slug} isAdministrator={isAdministrator} label={title} />
      </PageHeader>
      {standing !== "offered" && (
        <Notice kind="warning">
          <p>{t(standing === "archived" ? "publishing.enrolArchived" : "publishing.enrolUnpublished")}</p>
        </Notice>
      )}
      {plannedAt && (
        <Notice kind="info">
          <p>{t("publishing.planned", { date: formatDateTime(plannedAt) })}</p>
          <Link to={`/teach/${slug}/draft#publication`}>{t("publishing.change")}</Link>
        </Notice>
      )}
      <p>
        <Link to={`/teach/${slug}/availability`}>{t("publishing.availability")}</Link>
      </p>
      {hasDraft && current && (
        <p>
          <Link to={`${here}/${current.number}/draft`}>{t("reviews.compareDraft")}</Link>
        </p>
      )}
      <DataTable
        caption={t("reviews.versions")}
        isCaptionHidden
        columns={[
          { key: "version", header: t("reviews.version"), isRowHeader: true },
          { key: "published", header: t("reviews.published"), isUnbroken: true },
          { key: "origin", header: t("reviews.origin") },
          { key: "learners", header: t("reviews.learners"), isNumeric: true },
          { key: "completed", header: t("publishing.ofThemCompleted"), isNumeric: true },
          { key: "changes", header: t("reviews.changes") },
          ...(hasDraft ? [] : [{ key: "begin", header: t("drafts.title") }]),
        ]}
        rows={versions.map(
          ({ number, label, publishedAt, origin, learners, completed, isCurrent }, index) => {
            const previous = versions[index + 1];
            return {
              version: (
                <>
                  {t("reviews.versionNamed", { label, number })}
                  {isCurrent && <span className="block font-normal">{t("reviews.current")}</span>}
                </>
              ),
              published: formatDateTime(publishedAt),
              origin: t(origins[origin]),
              learners: formatNumber(learners),
              completed: formatNumber(completed),
              changes: previous ? (
                <Link to={`${here}/${previous.number}/${number}`}>
                  {t("reviews.changesSince", { label: previous.label })}
                </Link>
              ) : (
                t("reviews.firstVersion")
              ),
              begin: (
                <Form method="post">
                  <Button variant="secondary" name="version" value={String(number)}>
                    {t("reviews.begin", { label })}
                  </Button>
                </Form>
              ),
            };
          },
        )}
      />
      <LearnersBehind moves={moves} refused={refused} isDone={isDone} isArchived={standing === "archived"} />
    </div>
  );
}
