import { redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";

import { requireAdministrator } from "#app/identity/actor.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { endpoint, parseForm } from "#app/platform/http.server.ts";
import { type MessageKey, useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { jobQueues, retryJob } from "#app/reporting/job-queues.server.ts";
import { failuresOf, failureTable, queueTable } from "#app/reporting/job-tables.ts";
import { ReportTableView } from "#app/reporting/ui/report-table-view.tsx";
import { Button } from "#app/ui/button.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";

export const handle = { title: "admin.jobsTitle" } satisfies PageHandle;

const retryForm = z.object({ queue: z.string(), job: z.string() });

export const loader = endpoint(async ({ request }) => {
  const { queues, health } = await jobQueues(await requireActor(request));
  const i18n = i18nFor(languageOf(request));
  return {
    health,
    queues: queueTable(i18n, queues),
    failures: failureTable(i18n, queues),
    failed: failuresOf(queues).map(({ id, queue }) => ({ id, queue })),
  };
});

export const action = endpoint(async ({ request }) => {
  const actor = await requireActor(request);
  requireAdministrator(actor);
  const { values } = await parseForm(request, retryForm);
  if (!values) throw new NotFoundError();
  await retryJob(actor, values.queue, values.job);
  return redirect("/admin/jobs");
});

const parts = ["database", "queue", "worker", "mail", "storage"] as const;

export default function JobsPage() {
  const t = useT();
  const { queues, health } = useLoaderData<typeof loader>();
  return (
    <div className="wide grid gap-8">
      <PageHeader title={t("admin.jobs")} lead={t("admin.jobsLead")} />
      <ul className="grid gap-x-8 gap-y-2 sm:flex sm:flex-wrap">
        {parts.map((part) => (
          <li key={part}>
            {t(`admin.jobsPart_${part}` as MessageKey)}:{" "}
            <StatusTag kind={health[part] === "ok" ? "done" : "wrong"}>
              {t(health[part] === "ok" ? "admin.jobsOk" : "admin.jobsDown")}
            </StatusTag>
          </li>
        ))}
      </ul>
      <ReportTableView table={queues} csvTo="/admin/jobs/queues.csv" isTitleHidden />
      <Failures />
    </div>
  );
}

function Failures() {
  const t = useT();
  const { failures, failed } = useLoaderData<typeof loader>();
  return (
    <ReportTableView
      table={failures}
      csvTo="/admin/jobs/failures.csv"
      emptyText={t("admin.jobsNoFailures")}
      actions={[{ key: "retry", header: t("admin.jobsRetry") }]}
      cells={{
        reason: (text) => <code className="text-sm">{text}</code>,
        retry: (_, index) => (
          <Form method="post">
            <input type="hidden" name="queue" value={failed[index]?.queue} />
            <input type="hidden" name="job" value={failed[index]?.id} />
            <Button variant="secondary">{t("admin.jobsRetry")}</Button>
          </Form>
        ),
      }}
    />
  );
}
