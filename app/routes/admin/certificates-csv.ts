import { listCertificates } from "#app/certification/certificate.server.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { endpoint } from "#app/platform/http.server.ts";
import { languageOf } from "#app/platform/language.server.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { csvHeaders, toCsv } from "#app/reporting/report-table.ts";

export const loader = endpoint(async ({ request }) => {
  const actor = await requireActor(request);
  const { t } = i18nFor(languageOf(request));
  const search = new URL(request.url).searchParams.get("search")?.trim() ?? "";
  const { certificates } = await listCertificates(actor, { search, page: null });
  const table = {
    id: "certificates",
    title: t("admin.certificatesTitle"),
    columns: [
      { key: "serial", header: t("admin.certificatesSerial") },
      { key: "holder", header: t("admin.certificatesHolder") },
      { key: "course", header: t("admin.certificatesCourse") },
      { key: "date", header: t("admin.certificatesDate") },
      { key: "state", header: t("admin.certificatesState") },
    ],
    rows: certificates.map((certificate) => ({
      serial: certificate.serial,
      holder: certificate.holderName,
      course: certificate.courseTitle,
      date: certificate.issuedAt.toISOString().slice(0, 10),
      state: certificate.revokedAt
        ? t("admin.certificatesRevoked", { reason: certificate.revokedReason ?? "" })
        : t(certificate.storedAt ? "admin.certificatesReady" : "admin.certificatesPreparing"),
    })),
    footnotes: [],
  };
  return new Response(toCsv(table), { headers: csvHeaders("certificates") });
});
