import { Link, useLoaderData, useNavigate } from "@remix-run/react";
import { useCallback } from "react";

import { listPackages } from "#app/authoring/package-pages.server.ts";
import { standardWords } from "#app/authoring/standard-words.ts";
import { PackageState } from "#app/authoring/ui/package-state.tsx";
import { PackageUpload } from "#app/authoring/ui/package-upload.tsx";
import { requireActor } from "#app/identity/session.server.ts";
import { endpoint } from "#app/platform/http.server.ts";
import { useI18n } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "authoring.packagesTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request }) => ({
  packages: await listPackages(await requireActor(request), languageOf(request)),
}));

export default function PackagesPage() {
  const { t } = useI18n();
  const { packages } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  const openPackage = useCallback((id: string) => navigate(`/teach/packages/${id}`), [navigate]);
  return (
    <div className="grid gap-8">
      <div className="measure grid gap-8">
        <Breadcrumbs items={[{ to: "/teach", label: t("teach.courses") }]} />
        <PageHeader title={t("authoring.packages")} lead={t("authoring.packagesLead")} />
        <section className="stack">
          <h2>{t("authoring.uploadTitle")}</h2>
          <PackageUpload packageId={null} onArrived={openPackage} />
        </section>
        {packages.length === 0 && (
          <EmptyState title={t("authoring.none")}>{t("authoring.noneHint")}</EmptyState>
        )}
      </div>
      {packages.length > 0 && <PackageTable />}
    </div>
  );
}

function PackageTable() {
  const { t, formatDate } = useI18n();
  const { packages } = useLoaderData<typeof loader>();
  return (
    <DataTable
      caption={t("authoring.listCaption")}
      columns={[
        { key: "title", header: t("authoring.columnTitle"), isRowHeader: true },
        { key: "standard", header: t("authoring.columnStandard") },
        { key: "state", header: t("authoring.columnState") },
        { key: "used", header: t("authoring.columnUsed") },
        { key: "uploaded", header: t("authoring.columnUploaded") },
        { key: "versions", header: t("authoring.columnVersions"), isNumeric: true },
      ]}
      rows={packages.map(({ id, title, standard, versions, state, courses, uploadedAt }) => ({
        title: (
          <Link to={`/teach/packages/${id}`} className="wrap-anywhere">
            {title}
          </Link>
        ),
        standard: standard ? standardWords(t, standard) : "–",
        state: <PackageState state={state} />,
        used: courses.length > 0 ? courses.join(", ") : t("authoring.unused"),
        uploaded: formatDate(uploadedAt),
        versions,
      }))}
    />
  );
}
