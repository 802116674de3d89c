import { data, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import type { ReactNode } from "react";

import { standingPage, submitStanding } from "#app/authoring/course-standing-change.server.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { CourseNav } from "#app/library/ui/course-nav.tsx";
import { fieldsOf } from "#app/platform/form-fields.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useI18n, useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/choices.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "publishing.availability" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const page = await standingPage(actor, requireParam(params, "course"), languageOf(request));
  return { ...page, isAdministrator: actor.role === "administrator" };
});

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const course = requireParam(params, "course");
  const fields = fieldsOf(await request.formData());
  const errors = await submitStanding(actor, course, fields);
  if (errors) return data({ errors }, { status: 422 });
  return redirect(`/teach/${course}/availability?done=yes`);
});

export default function AvailabilityPage() {
  const t = useT();
  const { slug, title, standing, hasPlan, isAdministrator } = useLoaderData<typeof loader>();
  const isDone = useSearchParams()[0].get("done") !== null;
  const failed = useActionData<typeof action>();
  return (
    <div className="grid gap-8">
      <Breadcrumbs
        items={[
          { to: "/teach", label: t("teach.courses") },
          { to: `/teach/${slug}`, label: title },
          { to: `/teach/${slug}/versions`, label: t("reviews.versions") },
        ]}
      />
      <PageHeader title={t("publishing.availability")} lead={t("publishing.availabilityLead")}>
        <CourseNav slug={slug} isAdministrator={isAdministrator} label={title} />
      </PageHeader>
      <div className="measure grid gap-8">
        <ErrorSummary errors={failed?.errors} />
        <State isStatus={isDone && !failed} />
        {standing === "offered" && <Asked change="unpublish" />}
        {standing === "unpublished" && <Opposite change="publish" />}
        {standing !== "archived" && (
          <Asked change="archive">{hasPlan && <p>{t("publishing.archivePlan")}</p>}</Asked>
        )}
        {standing === "archived" && (
          <>
            <Opposite change="restore" />
            <p>
              <Link to="/teach/archived">{t("publishing.archivedCourses")}</Link>
            </p>
          </>
        )}
      </div>
    </div>
  );
}

const states = {
  offered: "publishing.stateOffered",
  unpublished: "publishing.stateUnpublished",
  archived: "publishing.stateArchived",
} as const;

function State({ isStatus }: { isStatus: boolean }) {
  const { t, formatDate } = useI18n();
  const { standing, since, learners } = useLoaderData<typeof loader>();
  return (
    <Notice kind={isStatus ? "success" : "info"} isStatus={isStatus}>
      <p className="font-semibold">{t(states[standing], { date: since ? formatDate(since) : "" })}</p>
      <p>{t("publishing.learnerCounts", learners)}</p>
    </Notice>
  );
}

const asked = {
  unpublish: {
    field: "confirmUnpublish",
    title: "publishing.unpublishTitle",
    lead: "publishing.unpublishLead",
    waiting: "publishing.unpublishWaiting",
    underWay: "publishing.unpublishUnderWay",
    completed: "publishing.unpublishCompleted",
    confirm: "publishing.unpublishConfirm",
    button: "publishing.unpublish",
  },
  archive: {
    field: "confirmArchive",
    title: "publishing.archiveTitle",
    lead: "publishing.archiveLead",
    waiting: "publishing.archiveWaiting",
    underWay: "publishing.archiveUnderWay",
    completed: "publishing.archiveCompleted",
    confirm: "publishing.archiveConfirm",
    button: "publishing.archive",
  },
} as const;

/** Says whom it concerns and asks once. */
function Asked({ change, children }: { change: keyof typeof asked; children?: ReactNode }) {
  const t = useT();
  const { learners } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.errors;
  const words = asked[change];
  return (
    <Form method="post" noValidate className="card stack">
      <h2>{t(words.title)}</h2>
      <p>{t(words.lead)}</p>
      <ul className="list-disc ps-5">
        <li>{t(words.waiting, { count: learners.waiting })}</li>
        <li>{t(words.underWay, { count: learners.underWay })}</li>
        <li>{t(words.completed, { count: learners.completed })}</li>
      </ul>
      {children}
      <input type="hidden" name="change" value={change} />
      <Checkbox name={words.field} label={t(words.confirm)} error={errors?.[words.field]} />
      <div>
        <Button variant="danger">{t(words.button)}</Button>
      </div>
    </Form>
  );
}

const opposites = {
  publish: {
    title: "publishing.publishAgainTitle",
    lead: "publishing.publishAgainLead",
    button: "publishing.publishAgain",
  },
  restore: {
    title: "publishing.restoreTitle",
    lead: "publishing.restoreLead",
    button: "publishing.restore",
  },
} as const;

function Opposite({ change }: { change: keyof typeof opposites }) {
  const t = useT();
  const { wasUnpublished } = useLoaderData<typeof loader>();
  const words = opposites[change];
  return (
    <Form method="post" className="card stack">
      <h2>{t(words.title)}</h2>
      <p>{t(words.lead)}</p>
      {change === "restore" && wasUnpublished && <p>{t("publishing.restoreUnpublished")}</p>}
      <input type="hidden" name="change" value={change} />
      <div>
        <Button>{t(words.button)}</Button>
      </div>
    </Form>
  );
}
