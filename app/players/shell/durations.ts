/** CMITimespan of SCORM 1.2: HHHH:MM:SS. */
export function timespan(seconds: number): string {
  const whole = Math.round(seconds);
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}

/** ISO 8601 duration of SCORM 2004, to hundredths of a second. */
export function isoDuration(seconds: number): string {
  return `PT${Math.round(seconds * 100) / 100}S`;
}
