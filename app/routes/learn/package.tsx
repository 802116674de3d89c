import { Link, useLoaderData } from "@remix-run/react";

import { requireActor } from "#app/identity/session.server.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { type MessageKey, useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { packageAddress, placeAt } from "#app/players/place.ts";
import { packageStatus } from "#app/players/status.server.ts";
import { NeedsScript } from "#app/players/ui/needs-script.tsx";
import { OwnWindowLink } from "#app/players/ui/own-window-link.tsx";
import { WhyNotComplete } from "#app/players/ui/why-not-complete.tsx";
import { runAttemptTable } from "#app/reporting/run-attempt-table.ts";
import { ReportTableView } from "#app/reporting/ui/report-table-view.tsx";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";

export const handle = { title: "player.packageTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const language = languageOf(request);
  const place = placeAt(requireParam(params, "course"), requireParam(params, "activity"));
  const status = await packageStatus(await requireActor(request), place, language);
  return {
    ...status,
    address: packageAddress(place),
    attemptTable: runAttemptTable(i18nFor(language), status.attempts),
  };
});

const asks: Record<string, MessageKey> = {
  auto: "player.asksAuto",
  completed: "player.asksCompleted",
  passed: "player.asksPassed",
  opened: "player.asksOpened",
  "all-interactions": "player.asksAllInteractions",
};

export default function PackagePage() {
  const t = useT();
  const unit = useLoaderData<typeof loader>();
  return (
    <div className="measure stack">
      <Breadcrumbs items={[{ to: `/learn/${unit.courseSlug}`, label: unit.courseTitle }]} />
      <PageHeader
        kicker={
          unit.minutes === null
            ? t("learn.kindPackage")
            : `${t("learn.kindPackage")} · ${t("learn.minutes", { minutes: unit.minutes })}`
        }
        title={unit.title}
      />
      <State />
      <p>
        {unit.rule === null ? t("player.asksInLesson") : t(asks[unit.rule] ?? "player.asksAuto")}{" "}
        {t("player.savesItself")}
      </p>
      {unit.attemptsAllowed !== null && (
        <p>
          {t("player.attemptsAllowed", { count: unit.attemptsAllowed })}{" "}
          {t("player.attemptsLeft", { count: unit.attemptsLeft ?? 0 })}
        </p>
      )}
      <NeedsScript />
      <WayIn />
      <WhyNotComplete reasons={unit.why} />
      <ReportTableView
        table={unit.attemptTable}
        csvTo={`${unit.address}/attempts.csv`}
        emptyText={t("player.noneYet")}
        actions={[{ key: "log", header: t("player.openLog") }]}
        cells={{
          log: (_, index) => <LogLink number={unit.attempts[index]?.number ?? 1} />,
        }}
      />
    </div>
  );
}

function State() {
  const t = useT();
  const { state } = useLoaderData<typeof loader>();
  if (state === "done") return <StatusTag kind="done">{t("player.stateDone")}</StatusTag>;
  if (state === "begun") return <StatusTag kind="current">{t("player.stateBegun")}</StatusTag>;
  return <StatusTag kind="todo">{t("player.stateNone")}</StatusTag>;
}

/** One clear way in, and what else may be done. */
function WayIn() {
  const t = useT();
  const { can, address, attempts } = useLoaderData<typeof loader>();
  const player = `${address}/player`;
  const isFirst = attempts.length === 0;
  return (
    <div className="stack">
      {can.play && (
        <p>
          <ButtonLink to={player}>{t(isFirst ? "player.begin" : "player.goOn")}</ButtonLink>
        </p>
      )}
      {can.review && (
        <>
          <p>{t("player.reviewHint")}</p>
          <p>
            <ButtonLink to={player}>{t("player.review")}</ButtonLink>
          </p>
        </>
      )}
      {can.beginNew && (
        <>
          <p>
            <ButtonLink to={`${player}?attempt=${attempts.length + 1}`} variant="secondary">
              {t("player.newAttempt")}
            </ButtonLink>
          </p>
          <p className="text-sm text-slate">{t("player.newAttemptHint")}</p>
        </>
      )}
      {!can.play && !can.review && <Notice kind="warning">{t("player.noAttemptLeft")}</Notice>}
      {(can.play || can.review) && (
        <p>
          <OwnWindowLink playerAddress={player} />
        </p>
      )}
    </div>
  );
}

function LogLink({ number }: { number: number }) {
  const t = useT();
  const { address } = useLoaderData<typeof loader>();
  return (
    <Link to={`${address}/attempts/${number}/log`} aria-label={t("player.openLogOf", { number })}>
      {t("player.openLog")}
    </Link>
  );
}
