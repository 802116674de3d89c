import { redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";

import { requireActor } from "#app/identity/session.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { endpoint, parseForm } from "#app/platform/http.server.ts";
import { type MessageKey, useI18n } from "#app/platform/i18n.tsx";
import { jobQueues, retryJob } from "#app/reporting/job-queues.server.ts";
import { Button } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";

export const handle = { title: "admin.jobsTitle" } satisfies PageHandle;

const retryForm = z.object({ queue: z.string(), job: z.string() });

export const loader = endpoint(async ({ request }) => jobQueues(await requireActor(request)));

export const action = endpoint(async ({ request }) => {
  const actor = await requireActor(request);
  const { values } = await parseForm(request, retryForm);
  if (!values) throw new NotFoundError();
  await retryJob(actor, values.queue, values.job);
  return redirect("/admin/jobs");
});

const parts = ["database", "queue", "worker", "mail", "storage"] as const;

export default function JobsPage() {
  const { t, formatNumber } = useI18n();
  const { queues, health } = useLoaderData<typeof loader>();
  return (
    <div className="wide grid gap-8">
      <PageHeader title={t("admin.jobs")} lead={t("admin.jobsLead")} />
      <ul className="flex flex-wrap gap-x-8 gap-y-2">
        {parts.map((part) => (
          <li key={part}>
            {t(`admin.jobsPart_${part}` as MessageKey)}:{" "}
            <StatusTag kind={health[part] === "ok" ? "done" : "wrong"}>
              {t(health[part] === "ok" ? "admin.jobsOk" : "admin.jobsDown")}
            </StatusTag>
          </li>
        ))}
      </ul>
      <DataTable
        caption={t("admin.jobs")}
        isCaptionHidden
        columns={[
          { key: "name", header: t("admin.jobsKind"), isRowHeader: true },
          { key: "waiting", header: t("admin.jobsWaiting"), isNumeric: true },
          { key: "active", header: t("admin.jobsActive"), isNumeric: true },
          { key: "delayed", header: t("admin.jobsDelayed"), isNumeric: true },
          { key: "failed", header: t("admin.jobsFailed"), isNumeric: true },
        ]}
        rows={queues.map((queue) => ({
          name: t(`admin.jobsName_${queue.name.replaceAll("-", "_")}` as MessageKey),
          waiting: formatNumber(queue.waiting),
          active: formatNumber(queue.active),
          delayed: formatNumber(queue.delayed),
          failed: formatNumber(queue.failed),
        }))}
      />
      <Failures />
    </div>
  );
}

function Failures() {
  const { t, formatDateTime } = useI18n();
  const { queues } = useLoaderData<typeof loader>();
  const failures = queues.flatMap((queue) =>
    queue.failures.map((failure) => ({ ...failure, queue: queue.name })),
  );
  return (
    <DataTable
      caption={t("admin.jobsFailures")}
      emptyText={t("admin.jobsNoFailures")}
      columns={[
        { key: "job", header: t("admin.jobsKind"), isRowHeader: true },
        { key: "at", header: t("admin.jobsFailedAt") },
        { key: "reason", header: t("admin.jobsReason") },
        { key: "retry", header: t("admin.jobsRetry") },
      ]}
      rows={failures.map((failure) => ({
        job: t(`admin.jobsName_${failure.queue.replaceAll("-", "_")}` as MessageKey),
        at: failure.failedAt ? formatDateTime(failure.failedAt) : "",
        reason: <code className="text-sm">{failure.reason}</code>,
        retry: (
          <Form method="post">
            <input type="hidden" name="queue" value={failure.queue} />
            <input type="hidden" name="job" value={failure.id} />
            <Button variant="secondary">{t("admin.jobsRetry")}</Button>
          </Form>
        ),
      }))}
    />
  );
}
