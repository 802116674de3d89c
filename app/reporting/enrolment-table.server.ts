import type { Actor } from "#app/identity/actor.ts";
import { type EnrolmentRow, listEnrolments } from "#app/learning/enrolment-list.server.ts";
import { getCurrentCourse, getCourseText } from "#app/library/published-course.server.ts";
import type { I18n } from "#app/platform/i18n.tsx";

import type { ReportTable } from "./report-table.ts";

/** Everybody enrolled in a course, with state and progress. Throws like `listEnrolments`. */
export async function enrolmentTable(actor: Actor, courseSlug: string, i18n: I18n): Promise<ReportTable> {
  const { t, formatDate } = i18n;
  const rows = await listEnrolments(actor, courseSlug);
  const titleOf = await titlesOf(courseSlug, i18n.language);
  const isDue = rows.some(({ overdueIds }) => overdueIds.length > 0);
  return {
    id: "enrolments",
    title: t("teach.enrolments"),
    columns: [
      { key: "name", header: t("teach.learner"), isRowHeader: true },
      { key: "email", header: t("teach.email") },
      { key: "state", header: t("teach.state") },
      { key: "steps", header: t("teach.stepsDone"), isNumeric: true },
      ...(isDue ? [{ key: "overdue", header: t("teach.overdue") }] : []),
      { key: "enrolled", header: t("teach.enrolledOn"), isUnbroken: true },
      { key: "completed", header: t("teach.completedOn"), isUnbroken: true },
    ],
    rows: rows.map((row) => ({
      name: row.learner.name || row.learner.email,
      email: row.learner.email,
      state: t(stateOf(row)),
      steps: `${row.requiredDone}/${row.requiredTotal}`,
      overdue: row.overdueIds.map(titleOf).join("; "),
      enrolled: formatDate(row.enrolledAt),
      completed: row.completedAt ? formatDate(row.completedAt) : "",
    })),
    footnotes: [],
  };
}

/** As the current version calls its steps; one of an older version that is not in it any more, by its id. */
async function titlesOf(courseSlug: string, language: I18n["language"]) {
  const { text } = await getCourseText((await getCurrentCourse(courseSlug)).versionId, language);
  return (id: string) => text.activities[id]?.title ?? id;
}

function stateOf({ completedAt, startedAt, learner }: EnrolmentRow) {
  if (completedAt) return "teach.stateCompleted";
  if (startedAt) return "teach.stateStarted";
  return learner.isInvited ? "teach.stateInvited" : "teach.stateEnrolled";
}
