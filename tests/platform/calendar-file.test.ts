import { expect, test } from "vitest";

import { calendarFile } from "#app/platform/calendar-file.ts";

const entry = {
  uid: "date-1@example.org",
  stamp: new Date("2026-11-29T10:00:00.123Z"),
  startsAt: new Date("2026-12-03T09:00:00Z"),
  endsAt: new Date("2026-12-03T10:30:00Z"),
  title: "Appointment",
};

/** What a reader makes of the file: lines joined again (RFC 5545, 3.1). */
const unfolded = (file: string) => file.replace(/\r\n[ \t]/g, "").split("\r\n");

test("an invitation has the method, both people, times in UTC and a number that rises", () => {
  const file = calendarFile({
    method: "REQUEST",
    entries: [
      {
        ...entry,
        sequence: 2,
        isCancelled: false,
        organizer: { name: "Sigurna", address: "sigurna@example.org" },
        attendee: { name: 'Ana "A", Primer\r\nX', address: "ana@example.org" },
      },
    ],
  });
  expect(unfolded(file)).toEqual([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//calendar//EN",
    "METHOD:REQUEST",
    "BEGIN:VEVENT",
    "UID:date-1@example.org",
    "DTSTAMP:20261129T100000Z",
    "DTSTART:20261203T090000Z",
    "DTEND:20261203T103000Z",
    "SEQUENCE:2",
    "SUMMARY:Appointment",
    "STATUS:CONFIRMED",
    'ORGANIZER;CN="Sigurna":mailto:sigurna@example.org',
    'ATTENDEE;CN="Ana  A , Primer  X";ROLE=REQ-PARTICIPANT;RSVP=FALSE:mailto:ana@example.org',
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ]);
});

test("texts are escaped, so that none can begin a line of its own", () => {
  const file = calendarFile({
    name: "Mine; yours",
    entries: [{ ...entry, title: "a\\b; c, d", description: "one\r\nEND:VEVENT\ntwo" }],
  });
  expect(unfolded(file)).toContain("SUMMARY:a\\\\b\\; c\\, d");
  expect(unfolded(file)).toContain("DESCRIPTION:one\\nEND:VEVENT\\ntwo");
  expect(unfolded(file)).toContain("X-WR-CALNAME:Mine\\; yours");
});

test.each(["ж".repeat(200), "😀".repeat(60), `${"x".repeat(66)}ж`, "x".repeat(67)])(
  "no line is longer than 75 octets, and no sign is cut in two: %s",
  (title) => {
    const file = calendarFile({ entries: [{ ...entry, title }] });
    for (const line of file.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(unfolded(file)).toContain(`SUMMARY:${title}`);
    expect(Buffer.from(file).toString()).not.toContain("�");
  },
);
