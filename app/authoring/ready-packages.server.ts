import type { Actor } from "#app/identity/actor.ts";
import type { FolderPart } from "#app/library/folder-part.ts";
import { packageBlobKey } from "#app/library/package-blobs.ts";
import { packageStructure } from "#app/library/package-structure.ts";
import { packagesFor } from "#app/library/uploaded-package.server.ts";
import { db } from "#app/platform/db.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";

import { requireUploadedVersion } from "./ready-version.server.ts";

/** The newest version of each uploaded package that has passed its check; `value` is what a form sends. */
export async function readyPackages(actor: Actor) {
  const versions = await db.packageVersion.findMany({
    where: { state: "ready", package: { AND: [{ origin: null }, packagesFor(actor)] } },
    orderBy: [{ packageId: "asc" }, { number: "desc" }],
    distinct: ["packageId"],
    select: { packageId: true, number: true, structure: true, fileName: true },
  });
  return versions.map(({ packageId, number, structure, fileName }) => ({
    value: `${packageId}:${number}`,
    title: packageStructure.parse(structure).title || fileName,
  }));
}

/** A package for a course's folder, by the `value` of `readyPackages`. Throws NotFoundError. */
export async function readyPackage(
  actor: Actor,
  value: string,
): Promise<{ title: string; files: Extract<FolderPart, { key: string }>[] }> {
  const [packageId = "", number] = value.split(":");
  if (!Number.isInteger(Number(number))) throw new NotFoundError();
  const stored = await requireUploadedVersion(actor, { packageId, number: Number(number) });
  const rows = await db.packageFile.findMany({ where: { packageVersionId: stored.id } });
  const files = rows.map(({ path, sha256, bytes }) => ({
    path,
    key: packageBlobKey(sha256),
    sha256,
    bytes: Number(bytes),
  }));
  return { title: stored.structure.title || "package", files };
}
