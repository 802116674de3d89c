/** An hour of speech comes to some 100 kB. */
export const maxCaptionBytes = 1024 ** 2;

/** What can be wrong with captions. */
export type CaptionProblem = "header" | "timing" | "order" | "empty" | "none" | "markup";

const time = String.raw`(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})`;
const timing = new RegExp(`^${time}[ \\t]+-->[ \\t]+${time}(?:[ \\t]+.*)?$`);
/** A "<" that begins none of the marks of WebVTT (3.3): players drop what follows it, others take it for HTML. */
const foreignMark = new RegExp(
  String.raw`<(?!/?(?:(?:c|i|b|u|ruby|rt)(?:\.[^\s<>]+)?|(?:v|lang)(?:\.[^\s<>]+)?(?:\s[^<>]*)?)>|${time}>)`,
);

/** The first thing that is wrong with captions in WebVTT, and its line; null when players understand all of it. */
export function captionFault(text: string): { problem: CaptionProblem; line: number } | null {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
  if (!/^WEBVTT(?:[ \t].*)?$/.test(lines[0] ?? "")) return { problem: "header", line: 1 };
  let cues = 0;
  let latest = 0;
  let isInCue = false;
  for (const [at, line] of lines.entries()) {
    const number = at + 1;
    if (!line.includes("-->")) {
      isInCue &&= line.trim() !== "";
      if (isInCue && foreignMark.test(line)) return { problem: "markup", line: number };
      continue;
    }
    const times = timing.exec(line);
    if (!times) return { problem: "timing", line: number };
    const [start, end] = [secondsOf(times.slice(1, 5)), secondsOf(times.slice(5, 9))];
    if (start >= end || start < latest) return { problem: "order", line: number };
    if (!lines[at + 1]?.trim()) return { problem: "empty", line: number };
    latest = start;
    cues += 1;
    isInCue = true;
  }
  return cues === 0 ? { problem: "none", line: 1 } : null;
}

function secondsOf([hours = "0", minutes = "0", seconds = "0", thousandths = "0"]: (
  string | undefined
)[]): number {
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(thousandths) / 1000;
}
