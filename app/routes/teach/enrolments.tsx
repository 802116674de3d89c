import { data } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";

import { requireActor } from "#app/identity/session.server.ts";
import { EmailFaults } from "#app/identity/ui/email-faults.tsx";
import { enrolByEmail, type EnrolmentReport } from "#app/learning/enrol.server.ts";
import { CourseNav } from "#app/library/ui/course-nav.tsx";
import { endpoint, parseForm, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { isLanguage, type Language, languages } from "#app/platform/languages.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { enrolmentTable } from "#app/reporting/enrolment-table.server.ts";
import { ReportTableView } from "#app/reporting/ui/report-table-view.tsx";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextArea } from "#app/ui/text-area.tsx";

export const handle = { title: "teach.enrolmentsTitle" } satisfies PageHandle;

const enrolmentForm = z.object({
  emails: z.string().max(50_000, "account.emailsTooMany"),
  language: z.custom<Language>(isLanguage, "account.languageMissing"),
});

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const slug = requireParam(params, "course");
  return {
    slug,
    isAdministrator: actor.role === "administrator",
    language: languageOf(request),
    table: await enrolmentTable(actor, slug, i18nFor(languageOf(request))),
  };
});

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const { values, errors, typed } = await parseForm(request, enrolmentForm);
  if (errors) return data({ report: null, errors, typed }, { status: 422 });
  const { emails: text, language } = values;
  const report = await enrolByEmail(actor, requireParam(params, "course"), { text, language });
  return data({ report, errors: null, typed }, { status: report.ok ? 200 : 422 });
});

export default function EnrolmentsPage() {
  const t = useT();
  const { slug, isAdministrator, language, table } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const isDone = result?.report?.ok === true;
  return (
    <div className="wide grid gap-8">
      <Breadcrumbs
        items={[
          { to: "/teach", label: t("teach.courses") },
          { to: `/teach/${slug}`, label: t("teach.results") },
        ]}
      />
      <PageHeader title={t("teach.enrolments")}>
        <CourseNav slug={slug} isAdministrator={isAdministrator} label={t("teach.courses")} />
      </PageHeader>
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
      <ReportTableView
        table={table}
        csvTo={`/teach/${slug}/enrolments.csv`}
        emptyText={t("teach.enrolmentsEmpty")}
      />
    </div>
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
