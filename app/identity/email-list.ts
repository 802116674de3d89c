import type { MessageKey } from "#app/platform/i18n.tsx";

import { normaliseEmail } from "./email.ts";

/** A part of a pasted list that is no address, with its line. `text` is empty when the list as a whole is at fault. */
export type EmailFault = { line: number; text: string; key: MessageKey };

const mostAtOnce = 500;

/** Reads a pasted list: one e-mail address a line, or separated by commas or semicolons. Each address comes once. */
export function readEmailList(list: string): { emails: string[]; faults: EmailFault[] } {
  const faults: EmailFault[] = [];
  const emails = new Set<string>();
  list.split(/\r?\n/).forEach((lineText, index) => {
    for (const part of lineText.split(/[,;]/)) {
      const text = part.trim();
      if (!text) continue;
      const email = normaliseEmail(text);
      if (email) emails.add(email);
      else faults.push({ line: index + 1, text, key: "account.notAnEmail" });
    }
  });
  if (emails.size + faults.length === 0) faults.push({ line: 1, text: "", key: "account.emailsMissing" });
  if (emails.size > mostAtOnce) faults.push({ line: 1, text: "", key: "account.emailsTooMany" });
  return { emails: [...emails], faults };
}
