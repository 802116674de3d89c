import { i18nFor } from "#app/platform/messages.server.ts";

import type { Fault } from "./fault.ts";

/** What is wrong, and what to do about it; in English, for authors' tools, unless a translator is given. */
export function faultSentence({ key, values, question }: Fault, { t } = i18nFor("en")): string {
  const sentence = t(key, values);
  return question === undefined ? sentence : t("faults.ofQuestion", { id: question, sentence });
}

/** "lessons/x/en.md:12  What is wrong. What to do." In English. */
export function faultLine(fault: Fault): string {
  return `${fault.file}:${fault.line}  ${faultSentence(fault)}`;
}
