import type { Actor } from "#app/identity/actor.ts";
import { getPackageVersion, type StoredPackage } from "#app/library/stored-package.server.ts";
import { packagesFor } from "#app/library/uploaded-package.server.ts";
import { db } from "#app/platform/db.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";

export type PackageAddress = { packageId: string; number: number };

/**
 * A version of an uploaded package that has passed its check and that the actor may use. Throws ForbiddenError for a
 * learner, NotFoundError.
 */
export async function requireReadyVersion(actor: Actor, address: PackageAddress): Promise<StoredPackage> {
  const version = await db.packageVersion.findFirst({
    where: { ...address, state: "ready", package: { AND: [{ origin: null }, packagesFor(actor)] } },
    select: { id: true },
  });
  if (!version) throw new NotFoundError();
  return getPackageVersion(version.id);
}
