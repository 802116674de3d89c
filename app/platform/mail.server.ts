import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import nodemailer, { type Transporter } from "nodemailer";

import type { CalendarMethod } from "./calendar-file.ts";
import { clock, seconds } from "./clock.ts";
import { env } from "./env.server.ts";

export type Mail = {
  /** Stable Message-ID local part, so that a mail that goes out twice can be recognised as the same. */
  id: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  html?: string;
  language: string;
  attachments?: { filename: string; content: Buffer; contentType: string }[];
  /** A calendar file (RFC 5545) that mail programs offer to take over, attached too. */
  calendar?: { method: CalendarMethod; content: string };
};

let transporter: Transporter | undefined;

/** Where mails go without an SMTP server. */
export function outboxDirectory(): string {
  return join(env().DATA_DIR, "outbox");
}

/** Hands a mail to the SMTP server, or writes it to the outbox as `.eml`. Throws if it was not accepted. */
export async function sendMail(mail: Mail): Promise<void> {
  const message = {
    from: env().MAIL_FROM,
    messageId: `<${mail.id}@${new URL(env().APP_ORIGIN).hostname}>`,
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    ...(mail.html ? { html: mail.html } : {}),
    attachments: mail.attachments,
    ...(mail.calendar ? { icalEvent: { filename: "calendar.ics", ...mail.calendar } } : {}),
    headers: { "Content-Language": mail.language, "Auto-Submitted": "auto-generated" },
  };
  if (env().SMTP_URL) {
    await smtp().sendMail(message);
    return;
  }
  const written = await nodemailer.createTransport({ streamTransport: true, buffer: true }).sendMail(message);
  await mkdir(outboxDirectory(), { recursive: true, mode: 0o700 });
  const stamp = clock.now().toISOString().replaceAll(":", "-");
  await writeFile(join(outboxDirectory(), `${stamp}_${mail.id}.eml`), written.message as Buffer, {
    mode: 0o600,
  });
}

/** Whether the mail server answers; the outbox always does. */
export async function isMailReachable(): Promise<boolean> {
  if (!env().SMTP_URL) return true;
  return smtp()
    .verify()
    .then(
      () => true,
      () => false,
    );
}

function smtp() {
  transporter ??= nodemailer.createTransport({
    url: env().SMTP_URL,
    connectionTimeout: seconds(10),
    greetingTimeout: seconds(10),
    socketTimeout: seconds(30),
  });
  return transporter;
}
