import { useLoaderData } from "@remix-run/react";

import { requireActor } from "#app/identity/session.server.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { placeAt, placeSegment } from "#app/players/place.ts";
import { runLog } from "#app/players/run-log.server.ts";
import { learnersPackageStatus } from "#app/players/status.server.ts";
import { RunLogView } from "#app/players/ui/run-log-view.tsx";
import { WhyNotComplete } from "#app/players/ui/why-not-complete.tsx";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "player.logTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const place = placeAt(requireParam(params, "course"), requireParam(params, "activity"));
  const enrolmentId = requireParam(params, "enrolment");
  const query = { place, enrolmentId, number: Number(requireParam(params, "number")) };
  const page = Number(new URL(request.url).searchParams.get("page") ?? 1);
  const actor = await requireActor(request);
  const language = languageOf(request);
  const [log, { why }] = await Promise.all([
    runLog(actor, query, page, language),
    learnersPackageStatus(actor, place, enrolmentId, language),
  ]);
  return { ...log, why, enrolmentId, report: `/teach/${log.courseSlug}/packages/${placeSegment(place)}` };
});

export default function LearnersPackageLogPage() {
  const t = useT();
  const log = useLoaderData<typeof loader>();
  return (
    <div className="wide stack">
      <Breadcrumbs
        items={[
          { to: "/teach", label: t("teach.courses") },
          { to: `/teach/${log.courseSlug}`, label: log.courseTitle },
          { to: log.report, label: t("player.reportTitle") },
        ]}
      />
      <WhyNotComplete reasons={log.why} />
      <RunLogView
        log={log}
        address={`${log.report}/learners/${log.enrolmentId}/attempts/${log.number}/log`}
      />
    </div>
  );
}
