import { parse as parseYaml } from "yaml";

import type { Fault } from "./fault.ts";
import { headOf } from "./lesson-head.ts";
import { lessonHead, translationMarks, type TranslationMark } from "./translation-status.ts";

/** The head of a file; blank lines take its place, so that lines keep their numbers. */
export function withoutHead(markdown: string): { head: string | null; body: string } {
  const { whole, head } = headOf(markdown);
  const lines = whole.split("\n").length - 1;
  return { head, body: "\n".repeat(lines) + markdown.slice(whole.length) };
}

/** How far a head says that the translation has come; `fault` is called when it cannot be understood. */
export function markOf(
  head: string,
  fault: (key: Fault["key"], values: Fault["values"]) => void,
): TranslationMark | null {
  const parsed = lessonHead.safeParse(parseYaml(head));
  if (parsed.success) return parsed.data.translation ?? null;
  fault("faults.headUnknown", { marks: translationMarks.join("; ") });
  return null;
}
