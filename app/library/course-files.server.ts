import { createHash } from "node:crypto";
import { createReadStream, type ReadStream } from "node:fs";
import { join, sep } from "node:path";

import { db, type Transaction } from "#app/platform/db.server.ts";
import { readFile, storeStream } from "#app/platform/storage.server.ts";

import { filesIn } from "./folder-files.server.ts";
import { packageBlobKey } from "./package-blobs.ts";

/** A file of a course's folder; its bytes are kept by their content. `path` with "/", `sha256` in hex. */
export type CourseFile = { path: string; sha256: string; bytes: number };

// A row's four values times this stay below the 32 767 values that PostgreSQL takes in a statement.
const rowsAtOnce = 5000;

/**
 * Keeps every file of a course folder. Safe to repeat after a crash: until a version or a draft names them the files
 * belong to nobody and are swept after an hour.
 */
export async function storeCourseFiles(directory: string): Promise<CourseFile[]> {
  const files: CourseFile[] = [];
  for (const name of filesIn(directory, ".")) {
    files.push({
      path: name.split(sep).join("/"),
      ...(await summed(createReadStream(join(directory, name)))),
    });
  }
  const held = await heldCourseFiles(files.map(({ sha256 }) => sha256));
  for (const { path, sha256 } of files) {
    if (held.has(sha256)) continue;
    held.add(sha256);
    await storeStream(packageBlobKey(sha256), createReadStream(join(directory, path)));
  }
  return files;
}

/** SHA-256 in hex and length of what is read. */
export async function summed(content: ReadStream): Promise<Omit<CourseFile, "path">> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const piece of content as AsyncIterable<Buffer>) {
    hash.update(piece);
    bytes += piece.length;
  }
  return { sha256: hash.digest("hex"), bytes };
}

/** Which of these contents versions and drafts of courses hold; a draft's texts are in the database. */
export async function heldCourseFiles(sums: string[]): Promise<Set<string>> {
  const sha256 = { in: sums };
  const of = { distinct: ["sha256" as const], select: { sha256: true } };
  const [inVersions, inDrafts] = await Promise.all([
    db.courseFile.findMany({ where: { sha256 }, ...of }),
    db.draftFile.findMany({ where: { sha256, text: null }, ...of }),
  ]);
  return new Set([...inVersions, ...inDrafts].map(({ sha256 }) => sha256));
}

/** The files of a version's folder, by path. */
export async function listCourseFiles(versionId: string, client: Transaction = db): Promise<CourseFile[]> {
  return client.courseFile.findMany({
    where: { courseVersionId: versionId },
    orderBy: { path: "asc" },
    select: { path: true, sha256: true, bytes: true },
  });
}

/** What these files say in these versions, as their SHA-256; undefined for one that a version has not. */
export async function fileSums(
  versionIds: string[],
  paths: string[],
): Promise<(versionId: string, path: string) => string | undefined> {
  const rows = await db.courseFile.findMany({
    where: { courseVersionId: { in: versionIds }, path: { in: paths } },
    select: { courseVersionId: true, path: true, sha256: true },
  });
  const sums = new Map(rows.map((row) => [`${row.courseVersionId} ${row.path}`, row.sha256]));
  return (versionId, path) => sums.get(`${versionId} ${path}`);
}

/** What a file of a course's folder has been, in every version, the latest first. */
export async function earlierContents(courseId: string, path: string): Promise<string[]> {
  const files = await db.courseFile.findMany({
    where: { path, courseVersion: { courseId } },
    orderBy: { courseVersion: { number: "desc" } },
    select: { sha256: true },
  });
  return [...new Set(files.map(({ sha256 }) => sha256))];
}

/** Writes down what a version was read from. */
export async function insertCourseFiles(tx: Transaction, versionId: string, files: CourseFile[]) {
  for (let start = 0; start < files.length; start += rowsAtOnce) {
    await tx.courseFile.createMany({
      data: files.slice(start, start + rowsAtOnce).map((file) => ({ courseVersionId: versionId, ...file })),
    });
  }
}

export async function readCourseText(sha256: string): Promise<string> {
  return (await readFile(packageBlobKey(sha256))).toString("utf8");
}
