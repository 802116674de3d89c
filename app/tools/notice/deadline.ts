import { calendarFile } from "#app/platform/calendar-file.ts";

/** The day, as YYYY-MM-DD, that many days after another; null where one of them is no day or no sensible number. */
export function deadlineAfter(day: string, days: number): string | null {
  const start = new Date(`${day}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(start.getTime())) return null;
  if (!Number.isInteger(days) || days < 1 || days > 365) return null;
  start.setUTCDate(start.getUTCDate() + days);
  return start.toISOString().slice(0, 10);
}

/** A day of the device's own calendar. */
export function localDay(now: Date): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** A calendar file with one entry for the day; it says no more than the title, because others may see the calendar. */
export function dayFile({ day, title, now }: { day: string; title: string; now: Date }): string {
  const uid = `${day.replaceAll("-", "")}-${now.toISOString().replace(/[-:]|\.\d+/g, "")}`;
  return calendarFile({ entries: [{ uid, stamp: now, day, title }] });
}
