import { useLoaderData } from "@remix-run/react";

import { requireActor } from "#app/identity/session.server.ts";
import { previewMaterial } from "#app/library/preview.server.ts";
import { MaterialContent } from "#app/library/ui/material-content.tsx";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { buttonLook } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "teach.previewTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) =>
  previewMaterial(
    await requireActor(request),
    requireParam(params, "course"),
    requireParam(params, "activity"),
    languageOf(request),
  ),
);

export default function PreviewMaterialPage() {
  const t = useT();
  const { slug, courseTitle, isFallback, minimumMinutes, view } = useLoaderData<typeof loader>();
  return (
    <article className="measure stack">
      <Breadcrumbs items={[{ to: `/teach/${slug}/preview`, label: courseTitle }]} />
      <Notice kind="info">{t("teach.previewBanner")}</Notice>
      <PageHeader title={view.title} lead={view.summary} />
      {isFallback && <Notice kind="info">{t("learn.fallback")}</Notice>}
      <MaterialContent view={view} linkClass={buttonLook("secondary")} />
      {minimumMinutes !== null && <p>{t("learn.timeAsked", { minutes: minimumMinutes })}</p>}
      <p className="text-slate">{t("learn.seenLead")}</p>
    </article>
  );
}
