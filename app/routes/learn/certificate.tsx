import { Link, useLoaderData, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

import { certificateStatus } from "#app/certification/certificate.server.ts";
import { publicCheckAddress } from "#app/certification/certificate-pdf.server.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useI18n } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "certificate.pageTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const status = await certificateStatus(actor, requireParam(params, "course"), languageOf(request));
  return { ...status, checkAddress: status.serial && publicCheckAddress(status.serial) };
});

const pollEvery = 1500;

export default function CertificatePage() {
  const { t } = useI18n();
  const { state, courseSlug, courseTitle } = useLoaderData<typeof loader>();
  useReloadWhilePreparing(state === "preparing");
  return (
    <div className="measure stack">
      <Breadcrumbs items={[{ to: `/learn/${courseSlug}`, label: courseTitle }]} />
      {state === "none" && (
        <>
          <PageHeader title={t("certificate.none")} lead={t("certificate.noneHint")} />
          <p>
            <Link to={`/learn/${courseSlug}/progress`}>{t("learn.whyNotCourse")}</Link>
          </p>
        </>
      )}
      {state === "preparing" && (
        <>
          <PageHeader title={t("certificate.preparing")} />
          <p role="status">{t("certificate.preparingHint")}</p>
          <p>
            <a href={`/learn/${courseSlug}/certificate`}>{t("certificate.reload")}</a>
          </p>
        </>
      )}
      {state === "revoked" && (
        <PageHeader title={t("certificate.revoked")} lead={t("certificate.revokedHint")} />
      )}
      {state === "ready" && <Ready />}
    </div>
  );
}

/** The one festive moment. */
function Ready() {
  const { t, formatDate } = useI18n();
  const { courseSlug, holderName, issuedAt, serial, checkAddress, courseTitle, surveyId } =
    useLoaderData<typeof loader>();
  return (
    <>
      <div
        role="status"
        className="grid grid-cols-[minmax(0,1fr)] justify-items-center gap-4 rounded-box border-4 border-double border-accent bg-surface p-4 text-center wrap-anywhere sm:p-8"
      >
        <PageHeader title={t("certificate.ready", { name: holderName ?? "" })} kicker={courseTitle} />
        <p>{issuedAt && t("certificate.readyHint", { date: formatDate(issuedAt) })}</p>
        <ButtonLink to={`/learn/${courseSlug}/certificate.pdf`} isDownload>
          {t("certificate.download")}
        </ButtonLink>
        <p className="text-slate">{t("certificate.serial", { serial: serial ?? "" })}</p>
        <p>
          {t("certificate.share")}:<br />
          <a href={checkAddress ?? ""}>{checkAddress}</a>
        </p>
      </div>
      {surveyId && (
        <Notice kind="info" title={t("certificate.surveyOffer")}>
          <p className="mb-3">{t("certificate.surveyOfferText")}</p>
          <ButtonLink to={`/learn/${courseSlug}/surveys/${surveyId}`} variant="secondary">
            {t("certificate.surveyOpen")}
          </ButtonLink>
        </Notice>
      )}
    </>
  );
}

/** Asks the server again until the download is there. Without JavaScript the reload link does. */
function useReloadWhilePreparing(isPreparing: boolean) {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!isPreparing || state !== "idle") return;
    const timer = setTimeout(revalidate, pollEvery);
    return () => clearTimeout(timer);
  }, [isPreparing, state, revalidate]);
}
