/** "2026-11-29T13:05:12+01:00": a moment on this device's clock with how far it is from UTC, which any reader can check. */
export function timeWithOffset(moment: Date): string {
  const ahead = -moment.getTimezoneOffset();
  const local = new Date(moment.getTime() + ahead * 60_000).toISOString().slice(0, 19);
  const two = (n: number) => String(Math.floor(n)).padStart(2, "0");
  return `${local}${ahead < 0 ? "-" : "+"}${two(Math.abs(ahead) / 60)}:${two(Math.abs(ahead) % 60)}`;
}

/** "2026-11-29T13:05", as a field for date and time has it, read on this device's clock; "" when it is no such time. */
export function timeOfField(local: string): string {
  const moment = new Date(local);
  return local === "" || Number.isNaN(moment.getTime()) ? "" : timeWithOffset(moment);
}

/** The opposite of `timeOfField`, to the minute. */
export function fieldOfTime(moment: Date): string {
  return timeWithOffset(moment).slice(0, 16);
}

/** "2026-11-29 13:05:12 +01:00": the same in every language, so that no day is taken for a month. */
export function writtenTime(time: string): string {
  return time.replace("T", " ").replace(/([+-]\d\d:\d\d)$/, " $1");
}
