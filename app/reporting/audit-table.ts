import type { getPerson } from "#app/identity/people.server.ts";
import type { I18n, MessageKey } from "#app/platform/i18n.tsx";

import type { ReportTable } from "./report-table.ts";

/** What was done to a person's account, newest first. */
export function auditTable(
  { t, formatDateTime }: I18n,
  { audit }: Pick<Awaited<ReturnType<typeof getPerson>>, "audit">,
): ReportTable {
  return {
    id: "audit",
    title: t("admin.personAudit"),
    columns: [
      { key: "at", header: t("admin.personAuditAt"), isRowHeader: true, isUnbroken: true },
      { key: "action", header: t("admin.personAuditAction") },
      { key: "actor", header: t("admin.personAuditActor") },
    ],
    rows: audit.map(({ at, action, actor, detail }) => ({
      at: formatDateTime(at),
      action: `${t(`admin.audit_${action.replace(".", "_")}` as MessageKey)}${wordsOf(detail)}`,
      actor: actor?.name ?? t("admin.personAuditSystem"),
    })),
    footnotes: [],
  };
}

function wordsOf(detail: unknown) {
  const values = Object.values((detail ?? {}) as Record<string, unknown>).map(String);
  return values.length > 0 ? ` (${values.join(" → ")})` : "";
}
