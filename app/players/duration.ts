/** Seconds of a SCORM 1.2 CMITimespan (HHHH:MM:SS.SS); null when it is none. */
export function timespanSeconds(text: string): number | null {
  const match = /^(\d{2,4}):(\d{2}):(\d{2}(?:\.\d{1,2})?)$/.exec(text.trim());
  return match ? Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3]) : null;
}

const isoDuration =
  /^P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
const day = 86_400;
/** A year and a month have no fixed length; no session is that long. */
const secondsOf = [365 * day, 30 * day, day, 3600, 60, 1];

/** Seconds of an ISO 8601 duration as SCORM 2004 and xAPI write it; null when it is none. */
export function isoDurationSeconds(text: string): number | null {
  const match = isoDuration.exec(text.trim());
  if (!match) return null;
  return secondsOf.reduce((sum, unit, index) => sum + unit * Number(match[index + 1] ?? 0), 0);
}
