import { after, hours } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import type { KeptFile } from "#app/platform/file-store.ts";
import { deleteFile, listFiles } from "#app/platform/storage.server.ts";

import { heldCourseFiles } from "./course-files.server.ts";
import { blobSha256, packageBlobFolder } from "./package-blobs.ts";

// Longer than any package takes to be taken in.
const graceTime = hours(1);
const filesAtOnce = 1000;

/**
 * Deletes files of packages and of courses' folders that no version and no draft holds: what a refusal, a crash or a
 * deleted package left behind. Files of the last hour may belong to something that is being taken in. Returns how many.
 */
export async function sweepPackageFiles(): Promise<number> {
  const oldest = after(-graceTime);
  let deleted = 0;
  let batch: KeptFile[] = [];
  for await (const file of listFiles(packageBlobFolder)) {
    if (file.modifiedAt > oldest) continue;
    batch.push(file);
    if (batch.length === filesAtOnce) {
      deleted += await deleteUnheld(batch);
      batch = [];
    }
  }
  return deleted + (await deleteUnheld(batch));
}

async function deleteUnheld(files: KeptFile[]): Promise<number> {
  const sums = files.flatMap(({ key }) => blobSha256(key) ?? []);
  const rows = await db.packageFile.findMany({
    where: { sha256: { in: sums } },
    distinct: ["sha256"],
    select: { sha256: true },
  });
  const held = await heldCourseFiles(sums);
  for (const { sha256 } of rows) held.add(sha256);
  const unheld = files.filter(({ key }) => !held.has(blobSha256(key) ?? ""));
  for (const { key } of unheld) await deleteFile(key);
  return unheld.length;
}
