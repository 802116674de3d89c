import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

import { checkPackage } from "#app/library/check-package.server.ts";
import type { PackageRefusal } from "#app/library/package-refusal.ts";
import type { SourceFile } from "#app/library/package-source.ts";

/**
 * Checks an archive inside the source as a package that a trainer uploads is checked. What is not refused lies at `path`
 * in the course's folder.
 */
export async function placedPackage(
  file: SourceFile,
  fileName: string,
  { name, workshop }: { name: string; workshop: string },
): Promise<{ path: string } | { refusal: PackageRefusal }> {
  const ending = /\.h5p$/i.test(fileName) ? "h5p" : "zip";
  const copy = join(workshop, `${name}.${ending}`);
  await pipeline(Readable.from(file.read()), createWriteStream(copy));
  const outcome = await checkPackage(copy, fileName);
  return "refusal" in outcome ? outcome : { path: `packages/${name}.${ending}` };
}
