import { createHash } from "node:crypto";

import { clock, days } from "#app/platform/clock.ts";
import { openSigned, signed } from "#app/platform/secret.server.ts";

const secret = "file-token";
const idBytes = 16;

export type FileAccess = { packageVersionId: string; isOutsideAllowed: boolean };

/**
 * A token to read a package's files with, checked without the database. It stays the same for a week, so that the
 * browser's cache serves later launches too, and is another one for each `audience` (a registration or a person).
 */
export async function fileToken(
  { packageVersionId, isOutsideAllowed }: FileAccess,
  audience: string,
): Promise<string> {
  return signed(
    secret,
    Buffer.concat([
      Buffer.from(packageVersionId.replaceAll("-", ""), "hex"),
      createHash("sha256").update(audience).digest().subarray(0, idBytes),
      Buffer.from(Uint16Array.of(weekOf(clock.now()), Number(isOutsideAllowed)).buffer),
    ]),
  );
}

/** What a token lets read: this week's and last week's; null otherwise. */
export async function openFileToken(token: string): Promise<FileAccess | null> {
  const statement = await openSigned(secret, token);
  if (statement?.length !== 2 * idBytes + 4) return null;
  const age = weekOf(clock.now()) - statement.readUInt16LE(2 * idBytes);
  if (age < 0 || age > 1) return null;
  const id = statement.toString("hex", 0, idBytes);
  return {
    packageVersionId: id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5"),
    isOutsideAllowed: statement.readUInt16LE(2 * idBytes + 2) === 1,
  };
}

function weekOf(moment: Date): number {
  return Math.floor(moment.getTime() / days(7));
}
