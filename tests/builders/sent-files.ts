import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";

import type { SentFile } from "#app/platform/sent-form.server.ts";
import { incomingPath } from "#app/platform/storage.server.ts";

/** A file as it has arrived with a form. */
export async function sentFile(name: string, content: string | Uint8Array): Promise<SentFile> {
  const bytes = Buffer.from(content);
  const path = await incomingPath();
  await writeFile(path, bytes);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { name, path, bytes: bytes.length, sha256, isTooLarge: false };
}
