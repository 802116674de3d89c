import type { Actor } from "#app/identity/actor.ts";
import { getPackageVersion, type StoredPackage } from "#app/library/stored-package.server.ts";
import { packagesFor } from "#app/library/uploaded-package.server.ts";
import { db } from "#app/platform/db.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import type { Prisma } from "#prisma/generated/client.ts";

export type PackageAddress = { packageId: string; number: number };

/** A version that has passed its check and that the actor may see. Throws ForbiddenError for a learner, NotFoundError. */
export async function requireReadyVersion(actor: Actor, address: PackageAddress): Promise<StoredPackage> {
  return readyVersion(address, packagesFor(actor));
}

/** The same, of an uploaded package only: those of course folders are published by their folder. */
export async function requireUploadedVersion(actor: Actor, address: PackageAddress): Promise<StoredPackage> {
  return readyVersion(address, { AND: [{ origin: null }, packagesFor(actor)] });
}

async function readyVersion(
  address: PackageAddress,
  where: Prisma.PackageWhereInput,
): Promise<StoredPackage> {
  const version = await db.packageVersion.findFirst({
    where: { ...address, state: "ready", package: where },
    select: { id: true },
  });
  if (!version) throw new NotFoundError();
  return getPackageVersion(version.id);
}
