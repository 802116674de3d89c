import type { I18n, MessageKey } from "#app/platform/i18n.tsx";

import type { JobQueue } from "./job-queues.server.ts";
import type { ReportTable } from "./report-table.ts";

/** How much of each kind of background work waits, runs and failed. */
export function queueTable({ t, formatNumber }: I18n, queues: JobQueue[]): ReportTable {
  return {
    id: "queues",
    title: t("admin.jobs"),
    columns: [
      { key: "name", header: t("admin.jobsKind"), isRowHeader: true },
      { key: "waiting", header: t("admin.jobsWaiting"), isNumeric: true },
      { key: "active", header: t("admin.jobsActive"), isNumeric: true },
      { key: "delayed", header: t("admin.jobsDelayed"), isNumeric: true },
      { key: "failed", header: t("admin.jobsFailed"), isNumeric: true },
    ],
    rows: queues.map((queue) => ({
      name: t(nameOf(queue.name)),
      waiting: formatNumber(queue.waiting),
      active: formatNumber(queue.active),
      delayed: formatNumber(queue.delayed),
      failed: formatNumber(queue.failed),
    })),
    footnotes: [],
  };
}

/** The jobs that failed for good, in the order of `failuresOf`. */
export function failureTable({ t, formatDateTime }: I18n, queues: JobQueue[]): ReportTable {
  return {
    id: "failures",
    title: t("admin.jobsFailures"),
    columns: [
      { key: "job", header: t("admin.jobsKind"), isRowHeader: true },
      { key: "at", header: t("admin.jobsFailedAt"), isUnbroken: true },
      { key: "reason", header: t("admin.jobsReason"), isLong: true },
    ],
    rows: failuresOf(queues).map(({ queue, failedAt, reason }) => ({
      job: t(nameOf(queue)),
      at: failedAt ? formatDateTime(failedAt) : "",
      reason: reason ?? "",
    })),
    footnotes: [],
  };
}

/** Failed jobs of all queues, each with its queue's name. */
export function failuresOf(queues: JobQueue[]) {
  return queues.flatMap(({ name, failures }) => failures.map((failure) => ({ ...failure, queue: name })));
}

function nameOf(queue: string) {
  return `admin.jobsName_${queue.replaceAll("-", "_")}` as MessageKey;
}
