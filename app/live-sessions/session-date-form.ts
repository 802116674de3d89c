import { z } from "zod";

import type { MessageKey } from "#app/platform/i18n.tsx";
import { instantOfLocal, localOfInstant } from "#app/platform/zoned-time.ts";

const typed = z.string().trim().default("");

/** A date of a live session, as trainers write it; times are those of the site's zone. */
export const sessionDateForm = z
  .object({
    day: typed,
    from: typed,
    to: typed,
    place: typed.pipe(z.string().max(300, "sessions.placeLong")),
    link: typed.pipe(z.string().max(1000, "sessions.linkWrong")),
    places: typed,
  })
  .transform((form, context) => {
    let isWrong = false;
    const refuse = (field: keyof typeof form, message: MessageKey) => {
      context.addIssue({ code: "custom", path: [field], message });
      isWrong = true;
    };
    if (instantOfLocal(`${form.day}T12:00`) === null) refuse("day", "sessions.dayWrong");
    for (const field of ["from", "to"] as const) {
      if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(form[field])) refuse(field, "sessions.timeWrong");
    }
    const startsAt = instantOfLocal(`${form.day}T${form.from}`);
    const endsAt = instantOfLocal(`${form.day}T${form.to}`);
    if (startsAt && endsAt && endsAt <= startsAt) refuse("to", "sessions.endsTooEarly");
    if (form.place === "" && form.link === "") refuse("place", "sessions.placeMissing");
    if (form.link !== "" && !isHttps(form.link)) refuse("link", "sessions.linkWrong");
    const places = form.places === "" ? null : Number(form.places);
    if (places !== null && !(Number.isInteger(places) && places >= 1 && places <= 10_000)) {
      refuse("places", "sessions.placesWrong");
    }
    if (isWrong || !startsAt || !endsAt) return z.NEVER;
    return { startsAt, endsAt, place: form.place, link: form.link, places };
  });

export type SessionDateForm = z.infer<typeof sessionDateForm>;

/** What a date says, as its form has it. */
export function sessionDateFields(date: SessionDateForm): Record<string, string> {
  const [day = "", from = ""] = localOfInstant(date.startsAt).split("T");
  const [, to = ""] = localOfInstant(date.endsAt).split("T");
  return {
    day,
    from,
    to,
    place: date.place,
    link: date.link,
    places: date.places === null ? "" : String(date.places),
  };
}

function isHttps(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === "https:";
}
