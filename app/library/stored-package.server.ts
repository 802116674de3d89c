import { db, type Transaction } from "#app/platform/db.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";

import { foldedPath } from "./package-paths.ts";
import { type PackageFinding, packageStructure, type PackageStructure } from "./package-structure.ts";
import { remembered } from "./remembered.ts";

export type StoredPackage = {
  id: string;
  packageId: string;
  number: number;
  fileName: string;
  structure: PackageStructure;
  findings: PackageFinding[];
  isOutsideAllowed: boolean;
};

export type StoredFile = {
  path: string;
  sha256: string;
  bytes: number;
  /** Size of the Brotli copy, null when there is none. */
  brotliBytes: number | null;
  contentType: string;
};

// A version that was checked never changes, except for `isOutsideAllowed`.
const versions = new Map<string, Promise<Omit<StoredPackage, "isOutsideAllowed">>>();

/**
 * A version of a package that was checked and stored. Throws NotFoundError. Inside a transaction give it as `client`: a
 * second connection could be one too many when all are in use.
 */
export async function getPackageVersion(
  packageVersionId: string,
  client: Transaction = db,
): Promise<StoredPackage> {
  const current = await client.packageVersion.findUnique({
    where: { id: packageVersionId, state: "ready" },
    select: { isOutsideAllowed: true },
  });
  if (!current) throw new NotFoundError();
  const version = await rememberedVersion(packageVersionId, client);
  return { ...version, ...current };
}

/** What a version of a package is, which never changes. Throws NotFoundError. */
export async function getPackageStructure(
  packageVersionId: string,
  client: Transaction = db,
): Promise<PackageStructure> {
  return (await rememberedVersion(packageVersionId, client)).structure;
}

/** The package that a course version knows by this name. Throws NotFoundError. */
export async function coursePackage(
  courseVersionId: string,
  name: string,
  client: Transaction = db,
): Promise<StoredPackage> {
  const row = await client.coursePackage.findUnique({
    where: { courseVersionId_name: { courseVersionId, name } },
    select: { packageVersionId: true },
  });
  if (!row) throw new NotFoundError();
  return getPackageVersion(row.packageVersionId, client);
}

const files = new Map<string, Promise<StoredFile | null>>();
/** More than the packages hold that one class plays. */
const filesKept = 20_000;

/**
 * A file of a package by its path, without a leading "/"; in another case of letters when there is none of exactly
 * this name. Null when there is no such file. The files of a version never change, so that what was asked for lately
 * is answered without the database.
 */
export async function findPackageFile(packageVersionId: string, path: string): Promise<StoredFile | null> {
  // No name has one (`safePath`), and the database takes none.
  if (path.includes("\0")) return null;
  const key = `${packageVersionId} ${path}`;
  const file = await remembered(files, key, () => loadFile(packageVersionId, path), filesKept);
  if (!file) files.delete(key);
  return file;
}

async function loadFile(packageVersionId: string, path: string): Promise<StoredFile | null> {
  const candidates = await db.packageFile.findMany({
    where: { packageVersionId, foldedPath: foldedPath(path) },
    orderBy: { path: "asc" },
  });
  const file = candidates.find((candidate) => candidate.path === path) ?? candidates[0];
  if (!file) return null;
  return {
    path: file.path,
    sha256: file.sha256,
    bytes: Number(file.bytes),
    brotliBytes: file.brotliBytes === null ? null : Number(file.brotliBytes),
    contentType: file.contentType,
  };
}

function rememberedVersion(id: string, client: Transaction) {
  return remembered(versions, id, () => loadVersion(id, client));
}

async function loadVersion(id: string, client: Transaction) {
  const version = await client.packageVersion.findUnique({ where: { id, state: "ready" } });
  if (!version) throw new NotFoundError();
  return {
    id,
    packageId: version.packageId,
    number: version.number,
    fileName: version.fileName,
    structure: packageStructure.parse(version.structure),
    findings: version.findings as PackageFinding[],
  };
}
