import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";

import { requireActor } from "#app/identity/session.server.ts";
import { cancelDate, sessionDatePage, submitDate } from "#app/live-sessions/session-date.server.ts";
import { DateFields } from "#app/live-sessions/ui/date-fields.tsx";
import { SessionBreadcrumbs } from "#app/live-sessions/ui/session-breadcrumbs.tsx";
import { whenWords } from "#app/live-sessions/when.ts";
import { fieldsOf } from "#app/platform/form-fields.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useI18n, useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/choices.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "sessions.changeDate" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const key = { activityId: requireParam(params, "activity"), dateId: requireParam(params, "date") };
  return sessionDatePage(actor, requireParam(params, "course"), key, languageOf(request));
});

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const course = requireParam(params, "course");
  const key = { activityId: requireParam(params, "activity"), dateId: requireParam(params, "date") };
  const fields = fieldsOf(await request.formData());
  const list = `/teach/${course}/sessions`;
  if (fields.intent === "cancel") {
    const outcome = await cancelDate(actor, course, key, fields, languageOf(request));
    return outcome
      ? data({ errors: outcome, typed: null }, { status: 422 })
      : redirect(`${list}?done=cancelled`);
  }
  const outcome = await submitDate(actor, course, key, fields, languageOf(request));
  return "errors" in outcome ? data(outcome, { status: 422 }) : redirect(`${list}?done=changed`);
});

export default function SessionDatePage() {
  const i18n = useI18n();
  const { t } = i18n;
  const page = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const errors = failed?.typed ? failed.errors : undefined;
  return (
    <div className="measure grid gap-8">
      <SessionBreadcrumbs slug={page.slug} courseTitle={page.courseTitle} />
      <PageHeader
        kicker={page.title}
        title={t("sessions.changeDate")}
        lead={page.date ? whenWords(i18n, page.date) : undefined}
      />
      {page.date?.isCancelled ? (
        <Notice kind="info">{t("sessions.alreadyCancelled")}</Notice>
      ) : (
        <>
          <Form method="post" noValidate className="stack">
            <ErrorSummary errors={errors} />
            {!page.date?.isBegun && <p>{t("sessions.changeLead")}</p>}
            <DateFields values={failed?.typed ?? page.fields} errors={errors} />
            <div>
              <Button>{t("common.save")}</Button>
            </div>
          </Form>
          {!page.date?.isBegun && <CancelForm />}
        </>
      )}
    </div>
  );
}

function CancelForm() {
  const t = useT();
  const failed = useActionData<typeof action>();
  const error = failed?.typed ? undefined : failed?.errors.confirm;
  return (
    <Form method="post" noValidate className="card stack">
      <h2>{t("sessions.cancelTitle")}</h2>
      {error && <ErrorSummary errors={{ confirm: error }} />}
      <p>{t("sessions.cancelLead")}</p>
      <input type="hidden" name="intent" value="cancel" />
      <Checkbox name="confirm" label={t("sessions.cancelConfirm")} error={error} />
      <div>
        <Button variant="danger">{t("sessions.cancelButton")}</Button>
      </div>
    </Form>
  );
}
