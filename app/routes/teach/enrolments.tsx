import { data } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";

import { grantAttempt, listUsedUp } from "#app/assessment/granted-attempt.server.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { EmailFaults } from "#app/identity/ui/email-faults.tsx";
import { enrolmentRefusal, type EnrolmentReport, submitEnrolments } from "#app/learning/enrol.server.ts";
import { listEnrolments } from "#app/learning/enrolment-list.server.ts";
import { taughtCourseTitle } from "#app/library/course-team.server.ts";
import { CourseNav } from "#app/library/ui/course-nav.tsx";
import { fieldsOf } from "#app/platform/form-fields.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useI18n, useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { languages } from "#app/platform/languages.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { enrolmentTable } from "#app/reporting/enrolment-table.server.ts";
import { ReportTableView } from "#app/reporting/ui/report-table-view.tsx";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { OfWhich } from "#app/ui/of-which.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextArea } from "#app/ui/text-area.tsx";

export const handle = { title: "teach.enrolmentsTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const slug = requireParam(params, "course");
  return {
    slug,
    courseTitle: await taughtCourseTitle(actor, slug, languageOf(request)),
    isAdministrator: actor.role === "administrator",
    language: languageOf(request),
    refusal: await enrolmentRefusal(actor, slug),
    usedUp: await listUsedUp(actor, slug, languageOf(request)),
    table: await enrolmentTable(actor, slug, i18nFor(languageOf(request))),
    enrolmentIds: (await listEnrolments(actor, slug)).map(({ id }) => id),
  };
});

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const slug = requireParam(params, "course");
  const fields = fieldsOf(await request.formData());
  const text = (name: string) => String(fields[name] ?? "");
  if (fields.intent === "grant") {
    await grantAttempt(actor, slug, { enrolmentId: text("enrolmentId"), activityId: text("activityId") });
    return data({ grantedTo: text("name"), report: null, errors: null, typed: {} as Record<string, string> });
  }
  const { report, errors, typed } = await submitEnrolments(actor, slug, fields);
  return data({ grantedTo: null, report, errors, typed }, { status: report?.ok ? 200 : 422 });
});

export default function EnrolmentsPage() {
  const t = useT();
  const { slug, courseTitle, isAdministrator, language, refusal, table, enrolmentIds } =
    useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const isDone = result?.report?.ok === true;
  return (
    <div className="wide grid gap-8">
      <Breadcrumbs
        items={[
          { to: "/teach", label: t("teach.courses") },
          { to: `/teach/${slug}`, label: courseTitle },
        ]}
      />
      <PageHeader title={t("teach.enrolments")}>
        <CourseNav slug={slug} isAdministrator={isAdministrator} label={t("teach.courses")} />
      </PageHeader>
      {refusal && (
        <Notice kind="info">
          <p>{t(refusal)}</p>
          <Link to={`/teach/${slug}/availability`}>{t("publishing.availability")}</Link>
        </Notice>
      )}
      {refusal === null && (
        <Form method="post" noValidate className="measure stack">
          <h2>{t("teach.enrolTitle")}</h2>
          {result?.report && <Report report={result.report} />}
          <TextArea
            key={isDone ? "done" : "open"}
            name="emails"
            label={t("teach.enrolLabel")}
            hint={t("teach.enrolHint")}
            rows={6}
            defaultValue={isDone ? "" : result?.typed.emails}
            error={result?.errors?.emails}
          />
          <SelectField
            name="language"
            label={t("teach.enrolLanguage")}
            options={languages.map(({ tag, name }) => ({ value: tag, label: name }))}
            defaultValue={result?.typed.language ?? language}
            error={result?.errors?.language}
          />
          <Button>{t("teach.enrol")}</Button>
        </Form>
      )}
      {result?.grantedTo && (
        <Notice kind="success" isStatus>
          {t("teach.grantedAttempt", { name: result.grantedTo })}
        </Notice>
      )}
      <UsedUp />
      <ReportTableView
        table={table}
        csvTo={`/teach/${slug}/enrolments.csv`}
        cells={{
          name: (text, index) => (
            <>
              {text}
              <Link
                to={`/teach/${slug}/enrolments/${enrolmentIds[index]}/accommodations`}
                className="block text-sm"
              >
                {t("quizzes.accommodations")}
                <OfWhich>{text}</OfWhich>
              </Link>
            </>
          ),
        }}
        emptyText={t("teach.enrolmentsEmpty")}
      />
    </div>
  );
}

/** Learners who can go on only if somebody lets them. */
function UsedUp() {
  const { t, formatPercent } = useI18n();
  const { usedUp } = useLoaderData<typeof loader>();
  if (usedUp.length === 0) return null;
  return (
    <section className="measure stack">
      <h2>{t("teach.usedUpTitle")}</h2>
      <p>{t("teach.usedUpLead")}</p>
      <ul className="grid gap-3">
        {usedUp.map(({ enrolmentId, activityId, name, quizTitle, bestPercent }) => (
          <li key={`${enrolmentId} ${activityId}`} className="card">
            <Form method="post" className="flex flex-wrap items-center justify-between gap-4">
              <input type="hidden" name="intent" value="grant" />
              <input type="hidden" name="enrolmentId" value={enrolmentId} />
              <input type="hidden" name="activityId" value={activityId} />
              <input type="hidden" name="name" value={name} />
              <p>
                <strong>{name}</strong>
                <br />
                {t("teach.usedUpRow", { quiz: quizTitle, percent: formatPercent(bestPercent / 100) })}
              </p>
              <Button variant="secondary">
                {t("teach.grantAttempt")}
                <OfWhich>{name}</OfWhich>
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What came of it, line by line where something is wrong. */
function Report({ report }: { report: EnrolmentReport }) {
  const t = useT();
  if (report.ok) {
    return (
      <Notice kind="success" title={t("teach.enrolDone")} isStatus>
        <ul>
          {report.invited.length > 0 && <li>{t("teach.invited", { count: report.invited.length })}</li>}
          {report.enrolled.length > 0 && <li>{t("teach.enrolled", { count: report.enrolled.length })}</li>}
          {report.already.length > 0 && <li>{t("teach.already", { count: report.already.length })}</li>}
        </ul>
      </Notice>
    );
  }
  return <EmailFaults title={t("teach.enrolFaults")} faults={report.faults} />;
}
