import { siteZone } from "./site-zone.ts";

/** "2026-03-02T09:00", as a field for date and time has it, read in the site's zone; null when it is no such time. */
export function instantOfLocal(local: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local)) return null;
  const asUtc = new Date(`${local}:00Z`);
  if (Number.isNaN(asUtc.getTime())) return null;
  // The offset of the moment itself decides; the first guess may lie on the other side of a change of clocks.
  const guess = new Date(asUtc.getTime() - offsetAt(asUtc));
  return new Date(asUtc.getTime() - offsetAt(guess));
}

/** The opposite of `instantOfLocal`, to the minute. */
export function localOfInstant(instant: Date): string {
  return new Date(instant.getTime() + offsetAt(instant)).toISOString().slice(0, 16);
}

/** How far the site's clocks are ahead of UTC at a moment, in milliseconds. */
function offsetAt(instant: Date): number {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: siteZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(instant);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const shown = Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second"));
  return shown - Math.floor(instant.getTime() / 1000) * 1000;
}
