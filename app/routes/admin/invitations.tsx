import { data } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";

import { requireAdministrator } from "#app/identity/actor.ts";
import { invitePeople } from "#app/identity/people.server.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { EmailFaults } from "#app/identity/ui/email-faults.tsx";
import { endpoint, parseForm } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { isLanguage, type Language, languages } from "#app/platform/languages.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextArea } from "#app/ui/text-area.tsx";

export const handle = { title: "admin.invitationsTitle" } satisfies PageHandle;

const roles = ["learner", "trainer", "administrator"] as const;
const invitationsForm = z.object({
  emails: z.string().max(50_000, "account.emailsTooMany"),
  role: z.enum(roles, "admin.personRoleMissing"),
  language: z.custom<Language>(isLanguage, "account.languageMissing"),
});

export const loader = endpoint(async ({ request }) => {
  const actor = await requireActor(request);
  requireAdministrator(actor);
  return { language: languageOf(request) };
});

export const action = endpoint(async ({ request }) => {
  const actor = await requireActor(request);
  requireAdministrator(actor);
  const { values, errors, typed } = await parseForm(request, invitationsForm);
  if (errors) return data({ report: null, errors, typed }, { status: 422 });
  const { emails: text, role, language } = values;
  const report = await invitePeople(actor, { text, role, language });
  return data({ report, errors: null, typed }, { status: report.ok ? 200 : 422 });
});

export default function InvitationsPage() {
  const t = useT();
  const { language } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const report = result?.report;
  return (
    <Form method="post" noValidate className="measure stack">
      <Breadcrumbs items={[{ to: "/admin/people", label: t("admin.people") }]} />
      <PageHeader title={t("admin.peopleInvite")} />
      <ErrorSummary errors={result?.errors} />
      {report?.ok && (
        <Notice kind="success" title={t("admin.invited", { count: report.invited })} isStatus>
          {report.already > 0 && t("admin.invitedAlready", { count: report.already })}
        </Notice>
      )}
      {report && !report.ok && <EmailFaults title={t("admin.inviteFaults")} faults={report.faults} />}
      <TextArea
        key={report?.ok ? "done" : "open"}
        name="emails"
        label={t("admin.inviteEmails")}
        hint={t("admin.inviteEmailsHint")}
        rows={6}
        defaultValue={report?.ok ? "" : result?.typed.emails}
        error={result?.errors?.emails}
      />
      <SelectField
        name="role"
        label={t("admin.peopleRole")}
        options={roles.map((role) => ({ value: role, label: t(`common.role_${role}`) }))}
        defaultValue={result?.typed.role}
        error={result?.errors?.role}
      />
      <SelectField
        name="language"
        label={t("teach.enrolLanguage")}
        options={languages.map(({ tag, name }) => ({ value: tag, label: name }))}
        defaultValue={result?.typed.language ?? language}
        error={result?.errors?.language}
      />
      <Button>{t("admin.peopleInvite")}</Button>
    </Form>
  );
}
