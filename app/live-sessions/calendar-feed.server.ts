import type { Actor } from "#app/identity/actor.ts";
import { calendarFile } from "#app/platform/calendar-file.ts";
import { clock, days } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { env } from "#app/platform/env.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/id.ts";
import { defaultLanguage, isLanguage } from "#app/platform/languages.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { openSigned, signed } from "#app/platform/secret.server.ts";

import { listAppointments, listTaughtAppointments } from "./appointments.server.ts";
import { entryOfDate } from "./calendar-entry.server.ts";

const secretName = "calendar-feed";
/** So long what is over stays in the calendar. */
const keptFor = days(90);

/**
 * The secret address of the actor's calendar; null while she has none. It is signed anew each time it is shown, so that
 * the database holds nothing that opens it.
 */
export async function calendarAddress(actor: Actor): Promise<string | null> {
  const feed = await db.calendarFeed.findUnique({ where: { userId: actor.id } });
  return feed && `${env().APP_ORIGIN}/calendar/${await tokenOf(feed.key)}/sessions.ics`;
}

/** Gives the actor's calendar an address; an earlier one does not work any more. */
export async function renewCalendar(actor: Actor): Promise<void> {
  const data = { key: newId(), createdAt: clock.now() };
  await db.calendarFeed.upsert({
    where: { userId: actor.id },
    update: data,
    create: { userId: actor.id, ...data },
  });
}

/** The opposite of `renewCalendar`: no address works any more. */
export async function closeCalendar(actor: Actor): Promise<void> {
  await db.calendarFeed.deleteMany({ where: { userId: actor.id } });
}

/** The calendar behind a secret address, in its owner's language. Throws NotFoundError. */
export async function calendarFeed(token: string): Promise<string> {
  const key = await openSigned(secretName, token);
  const feed =
    key &&
    (await db.calendarFeed.findUnique({
      where: { key: key.toString("utf8") },
      include: { user: { select: { language: true, deactivatedAt: true } } },
    }));
  if (!feed || feed.user.deactivatedAt) throw new NotFoundError();
  const i18n = i18nFor(isLanguage(feed.user.language) ? feed.user.language : defaultLanguage);
  const since = new Date(clock.now().getTime() - keptFor);
  const dates = new Map(
    [
      ...(await listTaughtAppointments(feed.userId, since)),
      ...(await listAppointments(feed.userId, since)),
    ].map((date) => [date.id, date]),
  );
  return calendarFile({
    method: "PUBLISH",
    name: i18n.t("mail.calendarName"),
    entries: [...dates.values()].map((date) => entryOfDate(date, i18n)),
  });
}

function tokenOf(key: string): Promise<string> {
  return signed(secretName, Buffer.from(key, "utf8"));
}
