import { isoDurationSeconds } from "#app/players/duration.ts";

import type { Step } from "./case-language.ts";
import type { Answer } from "./sco-page.ts";

/** What is wrong with an answer; null when it is as the case wants it. */
export function deviation(step: Step, { answer, error }: Answer): string | null {
  if (step.kind === "objectives") {
    const wanted = [...step.ids].sort().join();
    return answer === wanted ? null : `objectives ${answer || "none"}, not ${wanted}`;
  }
  const { expected, error: expectedError } = step.call;
  if (error !== expectedError) return `error ${error}, not ${expectedError}`;
  if (expected.kind === "the objective") return answer ? null : "no such objective";
  if (expected.kind === "some text") return answer && answer.length <= 255 ? null : `"${answer}" as text`;
  return isEqual(answer, expected.text) ? null : `"${answer}", not "${expected.text}"`;
}

/** Numbers and durations are written in several ways. */
function isEqual(a: string, b: string): boolean {
  if (a === b) return true;
  const numbers = [a, b].map((text) => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : NaN));
  if (numbers[0] === numbers[1]) return true;
  const seconds = [a, b].map((text) => (text.startsWith("P") ? isoDurationSeconds(text) : null));
  return seconds[0] !== null && seconds[0] === seconds[1];
}
