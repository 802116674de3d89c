import { type Actor, isAdministrator, isTrainer } from "#app/identity/actor.ts";
import { recordAudit } from "#app/identity/audit.server.ts";
import { clock } from "#app/platform/clock.ts";
import { db, type Transaction } from "#app/platform/db.server.ts";
import { ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import type { Prisma } from "#prisma/generated/client.ts";

import type { PackageRefusal } from "./package-refusal.ts";

/** Trainers and administrators bring packages and publish them. Throws ForbiddenError for everybody else. */
export function requireAuthor(actor: Actor): void {
  if (!isTrainer(actor) && !isAdministrator(actor)) throw new ForbiddenError();
}

/** The packages an author may see and use: a trainer's own and those in courses she teaches; all for an administrator. */
export function packagesFor(actor: Actor): Prisma.PackageWhereInput {
  requireAuthor(actor);
  if (isAdministrator(actor)) return {};
  const inTaughtCourse = { courseVersion: { course: { trainers: { some: { userId: actor.id } } } } };
  return { OR: [{ ownerId: actor.id }, { versions: { some: { courses: { some: inTaughtCourse } } } }] };
}

/**
 * Whether the actor may upload a new version of this package. Throws ForbiddenError for a learner, NotFoundError for
 * a package that is not there for her or that belongs to a course's folder.
 */
export async function requireUploadedPackage(
  actor: Actor,
  packageId: string,
  client: Transaction = db,
): Promise<void> {
  const known = await client.package.findFirst({
    where: { AND: [{ id: packageId, origin: null }, packagesFor(actor)] },
    select: { id: true },
  });
  if (!known) throw new NotFoundError();
}

export type ReceivedFile = { id: string; fileName: string; bytes: number; packageId: string | null };

/**
 * Writes down a file that was uploaded and waits for its check, as a new package or as the next version of one.
 * Repeating it changes nothing. Serializable callers only: versions are counted. Throws like `requireUploadedPackage`.
 */
export async function addReceivedVersion(tx: Transaction, actor: Actor, file: ReceivedFile): Promise<void> {
  requireAuthor(actor);
  if (await tx.packageVersion.findUnique({ where: { id: file.id }, select: { id: true } })) return;
  if (file.packageId) await requireUploadedPackage(actor, file.packageId, tx);
  // The first version lends its id: the page of a package is known before its upload is through.
  const packageId = file.packageId ?? file.id;
  if (!file.packageId) {
    await tx.package.create({ data: { id: packageId, ownerId: actor.id, createdAt: clock.now() } });
  }
  const number = (await tx.packageVersion.count({ where: { packageId } })) + 1;
  await tx.packageVersion.create({
    data: {
      id: file.id,
      packageId,
      number,
      state: "received",
      fileName: file.fileName,
      bytes: file.bytes,
      createdAt: clock.now(),
    },
  });
  await recordAudit(tx, actor, "package.uploaded", `package:${packageId}`, { version: number });
}

/** A version of a package by its id, in whatever state, of those the actor may see; null when there is none. */
export async function findVersionFor(actor: Actor, packageVersionId: string) {
  return db.packageVersion.findFirst({
    where: { id: packageVersionId, package: packagesFor(actor) },
    select: { id: true, packageId: true, number: true, state: true, bytes: true },
  });
}

/** The ids of all versions that wait for their check. */
export async function listReceived(): Promise<string[]> {
  const versions = await db.packageVersion.findMany({ where: { state: "received" }, select: { id: true } });
  return versions.map(({ id }) => id);
}

/** Notes that a version that waits for its check cannot be taken. */
export async function refuseReceived(packageVersionId: string, refusal: PackageRefusal): Promise<void> {
  await db.packageVersion.updateMany({
    where: { id: packageVersionId, state: "received" },
    data: { state: "refused", refusal },
  });
}

/** How far these versions are, by id; those that are none are left out. */
export async function statesOf(ids: string[]) {
  const versions = await db.packageVersion.findMany({
    where: { id: { in: ids } },
    select: { id: true, state: true },
  });
  return new Map(versions.map(({ id, state }) => [id, state]));
}

/**
 * Lets a package open windows and reach other sites, or stops it. Throws ForbiddenError for a learner, NotFoundError
 * for a package that is not the actor's to use.
 */
export async function setOutsideAllowed(
  actor: Actor,
  packageVersionId: string,
  isAllowed: boolean,
): Promise<void> {
  const version = await findVersionFor(actor, packageVersionId);
  if (version?.state !== "ready") throw new NotFoundError();
  await db.$transaction(async (tx) => {
    const { count } = await tx.packageVersion.updateMany({
      where: { id: version.id, isOutsideAllowed: !isAllowed },
      data: { isOutsideAllowed: isAllowed },
    });
    if (count === 0) return;
    const action = isAllowed ? "package.outsideAllowed" : "package.outsideForbidden";
    await recordAudit(tx, actor, action, `package:${version.packageId}`, { version: version.number });
  });
}
