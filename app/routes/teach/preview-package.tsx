import { useLoaderData } from "@remix-run/react";

import { requireActor } from "#app/identity/session.server.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { previewPackage } from "#app/players/package-preview.server.ts";
import { Player } from "#app/players/ui/player.tsx";
import { useIsScripted } from "#app/ui/use-is-scripted.ts";
import { NeedsScript } from "#app/players/ui/needs-script.tsx";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "player.previewTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) =>
  previewPackage(
    await requireActor(request),
    requireParam(params, "course"),
    requireParam(params, "activity"),
    languageOf(request),
  ),
);

export default function PreviewPackagePage() {
  const t = useT();
  const { slug, courseTitle, title, launch } = useLoaderData<typeof loader>();
  const isScripted = useIsScripted();
  return (
    <div className="stack">
      <Breadcrumbs items={[{ to: `/teach/${slug}/preview`, label: courseTitle }]} />
      <Notice kind="info">{t("teach.previewBanner")}</Notice>
      <PageHeader kicker={t("learn.kindPackage")} title={title} />
      <NeedsScript />
      {isScripted && <Player key={launch.shellUrl} source={{ launch }} title={title} />}
    </div>
  );
}
