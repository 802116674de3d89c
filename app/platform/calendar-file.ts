/** What stands at a time of a calendar: a whole day, or from one moment to another. */
type CalendarTime = { day: string } | { startsAt: Date; endsAt: Date };

/** One entry of a calendar file. It may be read on a lock screen by somebody else: titles stay neutral. */
export type CalendarEntry = CalendarTime & {
  /** The same in every file about the same event. */
  uid: string;
  /** When this was written. */
  stamp: Date;
  title: string;
  description?: string;
  url?: string;
  /** Rises with every change that is told (RFC 5545, 3.8.7.4). */
  sequence?: number;
  isCancelled?: boolean;
  organizer?: CalendarPerson;
  attendee?: CalendarPerson;
};

type CalendarPerson = { name: string; address: string };

/** What a file asks a calendar to do with its entries (RFC 5546); without it they are only to be read. */
export type CalendarMethod = "REQUEST" | "CANCEL" | "PUBLISH";

/** A calendar file (RFC 5545) with times in UTC. `name` is what a calendar that is subscribed to is called. */
export function calendarFile({
  entries,
  method,
  name,
}: {
  entries: CalendarEntry[];
  method?: CalendarMethod;
  name?: string;
}): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//calendar//EN",
    ...(method ? [`METHOD:${method}`] : []),
    ...(name ? [`NAME:${escaped(name)}`, `X-WR-CALNAME:${escaped(name)}`] : []),
    ...entries.flatMap(entryLines),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function entryLines(entry: CalendarEntry): string[] {
  const { uid, stamp, title, description, url, sequence, isCancelled, organizer, attendee } = entry;
  return [
    "BEGIN:VEVENT",
    `UID:${uid}`,
    `DTSTAMP:${utc(stamp)}`,
    ...timeLines(entry),
    ...(sequence === undefined ? [] : [`SEQUENCE:${sequence}`]),
    `SUMMARY:${escaped(title)}`,
    ...(description ? [`DESCRIPTION:${escaped(description)}`] : []),
    ...(url ? [`URL:${url}`] : []),
    ...(isCancelled === undefined ? [] : [`STATUS:${isCancelled ? "CANCELLED" : "CONFIRMED"}`]),
    ...(organizer ? [`ORGANIZER;CN=${quoted(organizer.name)}:mailto:${organizer.address}`] : []),
    ...(attendee
      ? [`ATTENDEE;CN=${quoted(attendee.name)};ROLE=REQ-PARTICIPANT;RSVP=FALSE:mailto:${attendee.address}`]
      : []),
    "END:VEVENT",
  ];
}

function timeLines(time: CalendarTime): string[] {
  if (!("day" in time)) return [`DTSTART:${utc(time.startsAt)}`, `DTEND:${utc(time.endsAt)}`];
  const next = new Date(`${time.day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  const compact = (day: string) => day.replaceAll("-", "");
  return [
    `DTSTART;VALUE=DATE:${compact(time.day)}`,
    `DTEND;VALUE=DATE:${compact(next.toISOString().slice(0, 10))}`,
  ];
}

/** 20261203T090000Z */
function utc(instant: Date): string {
  return instant.toISOString().replace(/[-:]|\.\d+/g, "");
}

/** RFC 5545, 3.3.11. */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\r\n|\r|\n/g, "\\n");
}

/** A parameter's value; it can hold no quotation mark and no line (RFC 5545, 3.2). */
function quoted(text: string): string {
  return `"${text.replace(/["\u0000-\u001f\u007f]/g, " ")}"`;
}

const longestLine = 75;

/** Lines of at most 75 octets; what goes on begins with a space (RFC 5545, 3.1). No sign is cut in two. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let [text, octets] = ["", 0];
  for (const sign of line) {
    const size = encoder.encode(sign).length;
    if (octets + size > longestLine) {
      text += "\r\n ";
      octets = 1;
    }
    text += sign;
    octets += size;
  }
  return text;
}
