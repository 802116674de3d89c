import { useLoaderData } from "@remix-run/react";

import { requireReadyVersion } from "#app/authoring/ready-version.server.ts";
import { versionAddress } from "#app/authoring/version-address.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { endpoint } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { openTryout } from "#app/players/tryout.server.ts";
import { NeedsScript } from "#app/players/ui/needs-script.tsx";
import { Player } from "#app/players/ui/player.tsx";
import { useIsScripted } from "#app/ui/use-is-scripted.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "authoring.tryoutTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const address = versionAddress(params);
  const { id, structure } = await requireReadyVersion(actor, address);
  return { ...address, title: structure.title, launch: await openTryout(actor, id, languageOf(request)) };
});

export default function PackageTryoutPage() {
  const t = useT();
  const { packageId, number, title, launch } = useLoaderData<typeof loader>();
  const isScripted = useIsScripted();
  return (
    <div className="stack">
      <Breadcrumbs
        items={[
          { to: "/teach/packages", label: t("authoring.packages") },
          { to: `/teach/packages/${packageId}?version=${number}`, label: title },
        ]}
      />
      <Notice kind="info">{t("authoring.tryoutHint")}</Notice>
      <PageHeader title={title} kicker={t("authoring.version", { number })} />
      <NeedsScript />
      {isScripted && <Player key={launch.shellUrl} source={{ launch }} title={title} />}
    </div>
  );
}
