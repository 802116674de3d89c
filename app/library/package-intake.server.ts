import { clock, minutes } from "#app/platform/clock.ts";
import { db, type Json, serializable, type Transaction } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/id.ts";

import { type CheckedPackage, type CheckOutcome, withCheckedPackage } from "./check-package.server.ts";
import { insertPackageFiles, storePackageFiles, type StoredFiles } from "./package-files.server.ts";

// Rows of 50 000 files.
const writingTime = minutes(2);

/**
 * Checks an upload and stores it, or notes why it is refused. Safe to repeat and to kill: nothing is written to the
 * database before everything is stored, and a version that is no longer waiting, or is gone, is left alone.
 */
export async function checkUploadedPackage(packageVersionId: string, archivePath: string): Promise<void> {
  const version = await db.packageVersion.findUnique({
    where: { id: packageVersionId },
    select: { state: true, fileName: true },
  });
  if (version?.state !== "received") return;
  const outcome = await withCheckedPackage(archivePath, version.fileName, async (checked, source) => ({
    checked,
    stored: await storePackageFiles(checked.files, source),
  }));
  if ("refusal" in outcome) {
    await db.packageVersion.updateMany({
      where: { id: packageVersionId, state: "received" },
      data: { state: "refused", refusal: outcome.refusal },
    });
    return;
  }
  await serializable(async (tx) => {
    const { count } = await tx.packageVersion.updateMany({
      where: { id: packageVersionId, state: "received" },
      data: { state: "ready", ...described(outcome.checked) },
    });
    if (count > 0) await insertPackageFiles(tx, packageVersionId, outcome.stored);
  }, writingTime);
}

/**
 * Takes in a package of a course folder; `origin` is "<course>/<name>". Unchanged content is the version it was, however
 * often it is taken in. Returns the version's id, or why it is refused.
 */
export async function storeFolderPackage(
  origin: string,
  path: string,
  fileName: string,
): Promise<CheckOutcome<{ packageVersionId: string }>> {
  return withCheckedPackage(path, fileName, async (checked, source) => {
    const known = await versionOf(db, origin, checked.sha256);
    if (known) return { packageVersionId: known };
    const stored = await storePackageFiles(checked.files, source);
    // Serializable: two processes that start together must not both add the version.
    const packageVersionId = await serializable(
      async (tx) =>
        (await versionOf(tx, origin, checked.sha256)) ?? addVersion(tx, origin, fileName, checked, stored),
      writingTime,
    );
    return { packageVersionId };
  });
}

async function versionOf(tx: Transaction, origin: string, sha256: string): Promise<string | null> {
  const version = await tx.packageVersion.findFirst({
    where: { package: { origin }, sha256 },
    select: { id: true },
  });
  return version?.id ?? null;
}

async function addVersion(
  tx: Transaction,
  origin: string,
  fileName: string,
  checked: CheckedPackage,
  stored: StoredFiles,
): Promise<string> {
  const now = clock.now();
  const { id: packageId, versions } = await tx.package.upsert({
    where: { origin },
    update: {},
    create: { id: newId(), origin, createdAt: now },
    include: { versions: { orderBy: { number: "desc" }, take: 1, select: { number: true } } },
  });
  const { id } = await tx.packageVersion.create({
    data: {
      id: newId(),
      packageId,
      number: (versions[0]?.number ?? 0) + 1,
      state: "ready",
      fileName,
      bytes: checked.files.reduce((sum, { bytes }) => sum + bytes, 0),
      createdAt: now,
      ...described(checked),
    },
  });
  await insertPackageFiles(tx, id, stored);
  return id;
}

function described({ structure, findings, sha256 }: CheckedPackage) {
  return { structure: structure as Json, findings, sha256 };
}
