import { expect, test } from "vitest";

import { sessionDateFields, sessionDateForm } from "#app/live-sessions/session-date-form.ts";
import { digitsOf, isCodeOpen } from "#app/live-sessions/session-code.ts";
import { parseFields } from "#app/platform/form-fields.ts";

const fields = { day: "2026-12-03", from: "10:00", to: "11:30", place: "Town hall", link: "", places: "" };

test("times are those of the region, in summer as in winter, and come back as they were written", () => {
  for (const [day, startsAt] of [
    ["2026-12-03", "2026-12-03T09:00:00.000Z"],
    ["2026-07-03", "2026-07-03T08:00:00.000Z"],
  ] as const) {
    const { values } = parseFields({ ...fields, day, places: "12" }, sessionDateForm);
    expect(values?.startsAt.toISOString()).toBe(startsAt);
    expect(values && sessionDateFields(values)).toEqual({ ...fields, day, places: "12" });
  }
});

test.each([
  [{ day: "" }, { day: "sessions.dayWrong" }],
  [{ day: "2026-13-40" }, { day: "sessions.dayWrong" }],
  [{ from: "25:00" }, { from: "sessions.timeWrong" }],
  [{ to: "" }, { to: "sessions.timeWrong" }],
  [{ to: "10:00" }, { to: "sessions.endsTooEarly" }],
  [{ place: " " }, { place: "sessions.placeMissing" }],
  [{ link: "http://example.org" }, { link: "sessions.linkWrong" }],
  [{ link: "javascript:alert(1)" }, { link: "sessions.linkWrong" }],
  [{ places: "0" }, { places: "sessions.placesWrong" }],
  [{ places: "1.5" }, { places: "sessions.placesWrong" }],
  [
    { day: "", place: "" },
    { day: "sessions.dayWrong", place: "sessions.placeMissing" },
  ],
])("%o is refused at its field", (given, errors) => {
  expect(parseFields({ ...fields, ...given }, sessionDateForm).errors).toEqual(errors);
});

test("a link is enough", () => {
  const given = { ...fields, place: "", link: "https://example.org/room" };
  expect(parseFields(given, sessionDateForm).values).toMatchObject({ link: given.link, places: null });
});

test("the code is taken from 15 minutes before until an hour after, however it is spaced", () => {
  const at = (time: string) => new Date(`2026-12-03T${time}:00Z`);
  const date = { startsAt: at("09:00"), endsAt: at("10:30"), cancelledAt: null };
  expect(isCodeOpen(date, at("08:44"))).toBe(false);
  expect(isCodeOpen(date, at("08:45"))).toBe(true);
  expect(isCodeOpen(date, at("11:29"))).toBe(true);
  expect(isCodeOpen(date, at("11:30"))).toBe(false);
  expect(isCodeOpen({ ...date, cancelledAt: at("07:00") }, at("09:30"))).toBe(false);
  expect(digitsOf(" 123-456 ")).toBe("123456");
});
