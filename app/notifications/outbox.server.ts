import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import { type Actor, requireAdministrator } from "#app/identity/actor.ts";
import { env } from "#app/platform/env.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { outboxDirectory } from "#app/platform/mail.server.ts";

const mostShown = 200;

/** Mails that were written to files because there is no mail server, newest first. Throws like `requireOutbox`. */
export async function listOutbox(actor: Actor) {
  requireOutbox(actor);
  const names = (await readdir(outboxDirectory()).catch(() => [])).filter(isMailFile).sort().reverse();
  return Promise.all(
    names.slice(0, mostShown).map(async (name) => {
      const { headers } = splitMail(await readFile(join(outboxDirectory(), name), "utf8"));
      return {
        name,
        to: decodeWords(headers.get("to") ?? ""),
        subject: decodeWords(headers.get("subject") ?? ""),
        date: headers.get("date") ?? "",
      };
    }),
  );
}

/** One mail of the outbox as plain text. Throws NotFoundError. */
export async function readOutboxMail(actor: Actor, name: string) {
  requireOutbox(actor);
  if (!isMailFile(name)) throw new NotFoundError();
  const source = await readFile(join(outboxDirectory(), name), "utf8").catch(() => {
    throw new NotFoundError();
  });
  const { headers, body } = splitMail(source);
  return {
    to: decodeWords(headers.get("to") ?? ""),
    subject: decodeWords(headers.get("subject") ?? ""),
    text: textOf(headers, body),
  };
}

/** Only for administrators, and only while no mail server is set. */
function requireOutbox(actor: Actor) {
  requireAdministrator(actor);
  if (env().SMTP_URL) throw new NotFoundError();
}

function isMailFile(name: string) {
  return /^[\w.-]+\.eml$/.test(name);
}

function splitMail(source: string) {
  const [head = "", ...rest] = source.split(/\r?\n\r?\n/);
  const unfolded = head.replace(/\r?\n[ \t]+/g, " ");
  const headers = new Map(
    unfolded.split(/\r?\n/).map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
    }),
  );
  return { headers, body: rest.join("\n\n") };
}

/** The text part of a mail as nodemailer writes it: alone, or first in a multipart body. */
function textOf(headers: Map<string, string>, body: string): string {
  const boundary = /boundary="?([^";]+)"?/.exec(headers.get("content-type") ?? "")?.[1];
  if (boundary) {
    const part = splitMail(body.split(`--${boundary}`)[1]?.trimStart() ?? "");
    return textOf(part.headers, part.body);
  }
  const encoding = headers.get("content-transfer-encoding");
  if (encoding === "base64") return Buffer.from(body, "base64").toString("utf8");
  return encoding === "quoted-printable" ? quotedPrintable(body.replace(/=\r?\n/g, "")) : body;
}

function quotedPrintable(text: string) {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

/** RFC 2047 encoded words in headers. */
function decodeWords(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, coded: string) =>
      kind.toUpperCase() === "B"
        ? Buffer.from(coded, "base64").toString("utf8")
        : quotedPrintable(coded.replaceAll("_", " ")),
    );
}
