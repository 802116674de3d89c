import type { ErrorPageData } from "#app/platform/http.server.ts";
import { type MessageKey, useT } from "#app/platform/i18n.tsx";

import { ButtonLink } from "./button.tsx";
import { PageHeader } from "./page-header.tsx";

const titles: Record<number, MessageKey> = {
  403: "errors.forbiddenTitle",
  404: "errors.notFoundTitle",
  409: "errors.conflictTitle",
};

export function errorTitle(status: number): MessageKey {
  return titles[status] ?? "errors.title";
}

/** What went wrong, what to do next, and a reference that is in the log. */
export function ErrorPage({ status, error }: { status: number; error: ErrorPageData | null }) {
  const t = useT();
  return (
    <div className="measure stack">
      <PageHeader title={t(errorTitle(status))} />
      <p>
        {error ? t(error.key, error.values) : t(status === 404 ? "errors.notFound" : "errors.unexpected")}
      </p>
      <p>{t("errors.whatNext")}</p>
      <ButtonLink to="/" isDownload>
        {t("errors.goHome")}
      </ButtonLink>
      {error && (
        <p className="text-sm text-slate">
          {t("errors.reference", { reference: error.reference })} {t("errors.referenceHint")}
        </p>
      )}
    </div>
  );
}
