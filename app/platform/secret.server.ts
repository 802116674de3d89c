import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

import { clock } from "./clock.ts";
import { db } from "./db.server.ts";

const secrets = new Map<string, Promise<Uint8Array>>();

/** Random bytes of this installation by their purpose, made at first use; the same in every process. */
export function serverSecret(name: string): Promise<Uint8Array> {
  const known = secrets.get(name);
  if (known) return known;
  const loading = findOrMake(name);
  secrets.set(name, loading);
  loading.catch(() => secrets.delete(name));
  return loading;
}

async function findOrMake(name: string): Promise<Uint8Array> {
  // Two processes may be the first at the same moment: the key settles whose bytes count.
  const made = { name, bytes: randomBytes(32), createdAt: clock.now() };
  await db.serverSecret.createMany({ data: made, skipDuplicates: true });
  return (await db.serverSecret.findUniqueOrThrow({ where: { name } })).bytes;
}

/** HMAC-SHA-256 under one of the installation's secrets. */
export async function keyedHash(secretName: string, content: string | Uint8Array): Promise<Buffer> {
  return createHmac("sha256", await serverSecret(secretName))
    .update(content)
    .digest();
}

const signatureBytes = 16;

/** A statement of ours that we can recognise later without storing it, as base64url; `openSigned` reads it. */
export async function signed(secretName: string, statement: Uint8Array): Promise<string> {
  const signature = (await keyedHash(secretName, statement)).subarray(0, signatureBytes);
  return Buffer.concat([statement, signature]).toString("base64url");
}

/** The statement in a token of `signed`; null when we did not make it. */
export async function openSigned(secretName: string, token: string): Promise<Buffer | null> {
  const bytes = Buffer.from(token, "base64url");
  if (bytes.length <= signatureBytes || bytes.toString("base64url") !== token) return null;
  const statement = bytes.subarray(0, -signatureBytes);
  const signature = (await keyedHash(secretName, statement)).subarray(0, signatureBytes);
  return timingSafeEqual(signature, bytes.subarray(-signatureBytes)) ? statement : null;
}
