import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";

import { requireActor } from "#app/identity/session.server.ts";
import { sessionDatePage, submitDate } from "#app/live-sessions/session-date.server.ts";
import { DateFields } from "#app/live-sessions/ui/date-fields.tsx";
import { SessionBreadcrumbs } from "#app/live-sessions/ui/session-breadcrumbs.tsx";
import { fieldsOf } from "#app/platform/form-fields.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "sessions.addDate" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const key = { activityId: requireParam(params, "activity"), dateId: null };
  return sessionDatePage(actor, requireParam(params, "course"), key, languageOf(request));
});

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const course = requireParam(params, "course");
  const key = { activityId: requireParam(params, "activity"), dateId: null };
  const fields = fieldsOf(await request.formData());
  const outcome = await submitDate(actor, course, key, fields, languageOf(request));
  if ("errors" in outcome) return data(outcome, { status: 422 });
  return redirect(`/teach/${course}/sessions?done=added`);
});

export default function NewSessionDatePage() {
  const t = useT();
  const page = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <div className="measure stack">
      <SessionBreadcrumbs slug={page.slug} courseTitle={page.courseTitle} />
      <PageHeader kicker={page.title} title={t("sessions.addDate")} lead={t("sessions.addDateLead")} />
      <Form method="post" noValidate className="stack">
        <ErrorSummary errors={failed?.errors} />
        <DateFields values={failed?.typed ?? {}} errors={failed?.errors} />
        <div>
          <Button>{t("sessions.saveNew")}</Button>
        </div>
      </Form>
    </div>
  );
}
