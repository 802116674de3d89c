import { data, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";

import {
  listCertificates,
  reinstateCertificate,
  revokeCertificate,
} from "#app/certification/certificate.server.ts";
import { normaliseSerial } from "#app/certification/serial.ts";
import { requireAdministrator } from "#app/identity/actor.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { endpoint, parseForm } from "#app/platform/http.server.ts";
import { useI18n } from "#app/platform/i18n.tsx";
import { Button } from "#app/ui/button.tsx";
import { CsvLink } from "#app/ui/csv-link.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";
import { TextField } from "#app/ui/text-field.tsx";

export const handle = { title: "admin.certificatesTitle" } satisfies PageHandle;

const revocationForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("revoke"),
    serial: z.string().trim().min(1, "admin.certificatesSerialMissing").transform(normaliseSerial),
    reason: z.string().trim().min(3, "admin.certificatesReasonMissing").max(300),
  }),
  z.object({ intent: z.literal("reinstate"), serial: z.string() }),
]);

export const loader = endpoint(async ({ request }) => {
  const actor = await requireActor(request);
  const query = new URL(request.url).searchParams;
  const search = query.get("search")?.trim() ?? "";
  const page = Math.max(1, Number(query.get("page")) || 1);
  return { ...(await listCertificates(actor, { search, page })), search, page };
});

export const action = endpoint(async ({ request }) => {
  const actor = await requireActor(request);
  requireAdministrator(actor);
  const { values, errors, typed } = await parseForm(request, revocationForm);
  if (errors) return data({ errors, typed }, { status: 422 });
  if (values.intent === "revoke") await revokeCertificate(actor, values.serial, values.reason);
  else await reinstateCertificate(actor, values.serial);
  return redirect("/admin/certificates?done=1");
});

export default function CertificatesPage() {
  const { t } = useI18n();
  const { page, pageCount, search } = useLoaderData<typeof loader>();
  const isDone = useSearchParams()[0].has("done");
  const result = useActionData<typeof action>();
  return (
    <div className="wide grid gap-8">
      <PageHeader title={t("admin.certificatesTitle")} />
      {isDone && <Notice kind="success" title={t("admin.certificatesDone")} isStatus />}
      <Form method="get" className="measure stack" role="search">
        <TextField name="search" label={t("admin.certificatesSearch")} defaultValue={search} />
        <Button variant="secondary">{t("admin.certificatesFind")}</Button>
      </Form>
      <Certificates />
      <Pagination
        page={page}
        pageCount={pageCount}
        hrefOf={(other) => `?${new URLSearchParams({ search, page: String(other) }).toString()}`}
      />
      <p>
        <CsvLink to={`/admin/certificates.csv?${new URLSearchParams({ search }).toString()}`} />
      </p>
      <Form method="post" noValidate className="measure stack">
        <h2>{t("admin.certificatesRevoke")}</h2>
        <p>{t("admin.certificatesRevokeHint")}</p>
        <ErrorSummary errors={result?.errors} />
        <TextField
          name="serial"
          label={t("admin.certificatesSerial")}
          defaultValue={result?.typed.serial}
          error={result?.errors.serial}
        />
        <TextField
          name="reason"
          label={t("admin.certificatesReason")}
          defaultValue={result?.typed.reason}
          error={result?.errors.reason}
        />
        <Button variant="danger" name="intent" value="revoke">
          {t("admin.certificatesRevoke")}
        </Button>
      </Form>
    </div>
  );
}

function Certificates() {
  const { t, formatDate } = useI18n();
  const { certificates } = useLoaderData<typeof loader>();
  return (
    <DataTable
      caption={t("admin.certificatesTitle")}
      isCaptionHidden
      emptyText={t("admin.certificatesNone")}
      columns={[
        { key: "serial", header: t("admin.certificatesSerial"), isRowHeader: true, isUnbroken: true },
        { key: "holder", header: t("admin.certificatesHolder") },
        { key: "course", header: t("admin.certificatesCourse"), isLong: true },
        { key: "date", header: t("admin.certificatesDate"), isUnbroken: true },
        { key: "state", header: t("admin.certificatesState") },
      ]}
      rows={certificates.map((certificate) => ({
        serial: <Link to={`/certificates/${certificate.serial}`}>{certificate.serial}</Link>,
        holder: certificate.holderName,
        course: certificate.courseTitle,
        date: formatDate(certificate.issuedAt),
        state: <State certificate={certificate} />,
      }))}
    />
  );
}

function State({
  certificate,
}: {
  certificate: {
    serial: string;
    storedAt: Date | null;
    revokedAt: Date | null;
    revokedReason: string | null;
  };
}) {
  const { t } = useI18n();
  if (!certificate.revokedAt) {
    return certificate.storedAt ? (
      <StatusTag kind="done">{t("admin.certificatesReady")}</StatusTag>
    ) : (
      <StatusTag kind="todo">{t("admin.certificatesPreparing")}</StatusTag>
    );
  }
  return (
    <Form method="post" className="grid justify-items-start gap-1">
      <StatusTag kind="wrong">
        {t("admin.certificatesRevoked", { reason: certificate.revokedReason ?? "" })}
      </StatusTag>
      <input type="hidden" name="serial" value={certificate.serial} />
      <Button variant="quiet" name="intent" value="reinstate">
        {t("admin.certificatesReinstate")}
        <span className="sr-only"> {certificate.serial}</span>
      </Button>
    </Form>
  );
}
