import { data } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { checkCertificate } from "#app/certification/certificate.server.ts";
import { normaliseSerial } from "#app/certification/serial.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useI18n } from "#app/platform/i18n.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";

export const handle = { title: "certificate.checkTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ params }) => {
  const serial = normaliseSerial(requireParam(params, "serial"));
  const check = await checkCertificate(serial);
  return data({ serial, check }, { status: check.state === "unknown" ? 404 : 200 });
});

export default function CertificateCheckPage() {
  const { t, formatDate } = useI18n();
  const { serial, check } = useLoaderData<typeof loader>();
  if (check.state === "unknown") {
    return (
      <div className="measure stack">
        <PageHeader title={t("certificate.check")} />
        <StatusTag kind="wrong">{t("certificate.checkUnknown")}</StatusTag>
        <p>{t("certificate.checkUnknownHint")}</p>
      </div>
    );
  }
  const isValid = check.state === "valid";
  const lines = [
    [t("certificate.holder"), check.holderName],
    [t("certificate.course"), check.courseTitle],
    [t("certificate.date"), formatDate(check.issuedAt)],
    [t("certificate.serialLabel"), serial],
  ];
  return (
    <div className="measure stack">
      <PageHeader title={t("certificate.check")} />
      <p className="text-xl">
        <StatusTag kind={isValid ? "done" : "wrong"}>
          {t(isValid ? "certificate.checkValid" : "certificate.checkRevoked")}
        </StatusTag>
      </p>
      <dl className="card grid gap-3">
        {lines.map(([term, value]) => (
          <div key={term}>
            <dt className="text-slate">{term}</dt>
            <dd className="font-semibold">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
