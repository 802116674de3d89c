import { Form } from "@remix-run/react";
import type { ReactNode } from "react";

import { useI18n, useT } from "#app/platform/i18n.tsx";
import { webAddress } from "#app/platform/web-address.ts";
import { Button } from "#app/ui/button.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { OfWhich } from "#app/ui/of-which.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";

import { whenWords } from "../when.ts";

/** A date as pages show it to its learners. */
type ShownDate = {
  id: string;
  startsAt: Date | string;
  endsAt: Date | string;
  place: string;
  link: string;
  placesLeft: number | null;
  isTaken: boolean;
  isCancelled: boolean;
  isBegun: boolean;
  isOver: boolean;
  isPresent: boolean;
};

/** The dates of a live session; `actionsOf` gives what its reader can do with one. */
export function SessionDates({
  dates,
  actionsOf,
}: {
  dates: ShownDate[];
  actionsOf?: (date: ShownDate) => ReactNode;
}) {
  const i18n = useI18n();
  return (
    <ol className="grid gap-3">
      {dates.map((date) => (
        <li key={date.id} className="card grid gap-2">
          <h3 className="text-lg">{whenWords(i18n, date)}</h3>
          <DateState date={date} />
          {!date.isCancelled && <Place date={date} />}
          {!date.isCancelled && !date.isOver && actionsOf?.(date)}
        </li>
      ))}
    </ol>
  );
}

function DateState({ date }: { date: ShownDate }) {
  const t = useT();
  if (date.isPresent) return <StatusTag kind="done">{t("sessions.youWerePresent")}</StatusTag>;
  if (date.isCancelled) return <StatusTag kind="wrong">{t("sessions.cancelled")}</StatusTag>;
  if (date.isOver) return <StatusTag kind="neutral">{t("sessions.over")}</StatusTag>;
  if (date.isTaken) return <StatusTag kind="current">{t("sessions.youHavePlace")}</StatusTag>;
  if (date.placesLeft === 0) return <StatusTag kind="locked">{t("sessions.full")}</StatusTag>;
  if (date.placesLeft === null) return null;
  return <p>{t("sessions.placesLeft", { count: date.placesLeft })}</p>;
}

function Place({ date: { place, link } }: { date: ShownDate }) {
  const t = useT();
  const address = webAddress(link);
  return (
    <>
      {place && <p>{t("sessions.where", { place })}</p>}
      {address && (
        <p>
          <a href={address} rel="noreferrer" className="inline-flex min-h-11 items-center break-all">
            {t("sessions.join")}
          </a>
        </p>
      )}
    </>
  );
}

/** What a learner can do with a date of hers to come. */
export function DateActions({ date, fileTo, isDone }: { date: ShownDate; fileTo: string; isDone: boolean }) {
  const i18n = useI18n();
  const { t } = i18n;
  const when = <OfWhich>{whenWords(i18n, date)}</OfWhich>;
  const canTake = !isDone && !date.isBegun && !date.isTaken && date.placesLeft !== 0;
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
      {(canTake || (date.isTaken && !date.isBegun)) && (
        <Form method="post">
          <input type="hidden" name="date" value={date.id} />
          <Button variant="secondary" name="intent" value={date.isTaken ? "giveBack" : "take"}>
            {t(date.isTaken ? "sessions.givePlaceBack" : "sessions.takePlace")}
            {when}
          </Button>
        </Form>
      )}
      <a href={fileTo} download className="inline-flex min-h-11 items-center gap-2">
        <Icon name="download" />
        <span>
          {t("sessions.addToCalendar")}
          {when}
        </span>
      </a>
    </div>
  );
}
