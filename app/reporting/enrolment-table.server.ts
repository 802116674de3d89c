import type { Actor } from "#app/identity/actor.ts";
import { type EnrolmentRow, listEnrolments } from "#app/learning/enrolment-list.server.ts";
import type { I18n } from "#app/platform/i18n.tsx";

import type { ReportTable } from "./report-table.ts";

/** Everybody enrolled in a course, with state and progress. Throws like `listEnrolments`. */
export async function enrolmentTable(actor: Actor, courseSlug: string, i18n: I18n): Promise<ReportTable> {
  const { t, formatDate } = i18n;
  const rows = await listEnrolments(actor, courseSlug);
  return {
    id: "enrolments",
    title: t("teach.enrolments"),
    columns: [
      { key: "name", header: t("teach.learner"), isRowHeader: true },
      { key: "email", header: t("teach.email") },
      { key: "state", header: t("teach.state") },
      { key: "steps", header: t("teach.stepsDone"), isNumeric: true },
      { key: "enrolled", header: t("teach.enrolledOn"), isUnbroken: true },
      { key: "completed", header: t("teach.completedOn"), isUnbroken: true },
    ],
    rows: rows.map((row) => ({
      name: row.learner.name || row.learner.email,
      email: row.learner.email,
      state: t(stateOf(row)),
      steps: `${row.requiredDone}/${row.requiredTotal}`,
      enrolled: formatDate(row.enrolledAt),
      completed: row.completedAt ? formatDate(row.completedAt) : "",
    })),
    footnotes: [],
  };
}

function stateOf({ completedAt, startedAt, learner }: EnrolmentRow) {
  if (completedAt) return "teach.stateCompleted";
  if (startedAt) return "teach.stateStarted";
  return learner.isInvited ? "teach.stateInvited" : "teach.stateEnrolled";
}
