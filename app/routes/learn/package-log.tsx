import { useLoaderData } from "@remix-run/react";

import { requireActor } from "#app/identity/session.server.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { packageAddress, placeAt } from "#app/players/place.ts";
import { runLog } from "#app/players/run-log.server.ts";
import { RunLogView } from "#app/players/ui/run-log-view.tsx";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "player.logTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const place = placeAt(requireParam(params, "course"), requireParam(params, "activity"));
  const query = { place, enrolmentId: null, number: Number(requireParam(params, "number")) };
  const page = Number(new URL(request.url).searchParams.get("page") ?? 1);
  const log = await runLog(await requireActor(request), query, page, languageOf(request));
  return { ...log, address: packageAddress(place) };
});

export default function PackageLogPage() {
  const t = useT();
  const log = useLoaderData<typeof loader>();
  return (
    <div className="wide stack">
      <Breadcrumbs
        items={[
          { to: `/learn/${log.courseSlug}`, label: log.courseTitle },
          { to: log.address, label: t("player.toStatus") },
        ]}
      />
      <RunLogView log={log} address={`${log.address}/attempts/${log.number}/log`} />
    </div>
  );
}
