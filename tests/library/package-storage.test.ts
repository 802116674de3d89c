import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";

import { expect, test } from "vitest";

import { packageBlobKey } from "#app/library/package-blobs.ts";
import { checkUploadedPackage, storeFolderPackage } from "#app/library/package-intake.server.ts";
import { sweepPackageFiles } from "#app/library/package-sweep.server.ts";
import { findPackageFile, getPackageVersion } from "#app/library/stored-package.server.ts";
import { clock, hours } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { env } from "#app/platform/env.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/id.ts";
import { hasFile, readFile, storeFile } from "#app/platform/storage.server.ts";
import { archive, unpacked } from "#tests/builders/archives.ts";
import { scorm12, scormFiles } from "#tests/builders/manifests.ts";

/** A package that waits for its check, as an upload leaves it. */
async function received(packageId?: string): Promise<string> {
  const createdAt = clock.now();
  const version = await db.packageVersion.create({
    data: {
      id: newId(),
      number: packageId ? 2 : 1,
      state: "received",
      fileName: "course.zip",
      bytes: 1,
      createdAt,
      package: packageId ? { connect: { id: packageId } } : { create: { id: newId(), createdAt } },
    },
  });
  return version.id;
}

const script = `// ${"a sentence that repeats. ".repeat(200)}`;
const course = (secret: string) =>
  scormFiles(scorm12(), { "Scripts/App.js": script, "photo.jpg": secret, "small.js": "1" });

function storedFiles(): string[] {
  const folder = join(env().DATA_DIR, "files");
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

test("an upload becomes a version whose files are stored by content and found by path", async () => {
  const id = await received();
  await checkUploadedPackage(id, archive(course("photo one")));
  const version = await getPackageVersion(id);
  expect(version).toMatchObject({ number: 1, fileName: "course.zip", isOutsideAllowed: false, findings: [] });
  expect(version.structure.standard).toBe("scorm-1.2");
  const file = await findPackageFile(id, "Scripts/App.js");
  expect(file).toMatchObject({ contentType: "text/javascript", bytes: script.length });
  expect(await findPackageFile(id, "scripts/app.JS")).toEqual(file);
  expect(await findPackageFile(id, "scripts/other.js")).toBeNull();
  const key = packageBlobKey(file?.sha256 ?? "");
  expect((await readFile(key)).toString()).toBe(script);
  const brotli = await readFile(`${key}.br`);
  expect(brotli.length).toBe(file?.brotliBytes);
  expect(brotliDecompressSync(brotli).toString()).toBe(script);
  expect((await findPackageFile(id, "small.js"))?.brotliBytes).toBeNull();
});

test("permission to reach outside is always read anew", async () => {
  const id = await received();
  await checkUploadedPackage(id, archive(course("photo one")));
  expect((await getPackageVersion(id)).isOutsideAllowed).toBe(false);
  await db.packageVersion.update({ where: { id }, data: { isOutsideAllowed: true } });
  expect((await getPackageVersion(id)).isOutsideAllowed).toBe(true);
});

test("a refused upload says why and leaves no file and no row of files", async () => {
  const before = storedFiles();
  const id = await received();
  const files = Object.entries(course("a photo of its own")).map(([name, content]) => ({ name, content }));
  await checkUploadedPackage(id, archive([...files, { name: "x.html", content: "x", checksum: 1 }]));
  const version = await db.packageVersion.findUniqueOrThrow({ where: { id }, include: { files: true } });
  expect(version).toMatchObject({
    state: "refused",
    refusal: { key: "packages.refusedDamaged", values: { name: "x.html" } },
    files: [],
  });
  expect(storedFiles()).toEqual(before);
  await expect(getPackageVersion(id)).rejects.toThrow(NotFoundError);
});

test("checking again, twice at once, or after the upload was cancelled changes nothing", async () => {
  const id = await received();
  const path = archive(course("photo two"));
  await Promise.all([checkUploadedPackage(id, path), checkUploadedPackage(id, path)]);
  await checkUploadedPackage(id, "/no/such/file");
  expect(await db.packageFile.count({ where: { packageVersionId: id } })).toBe(5);
  await checkUploadedPackage(newId(), "/no/such/file");
});

test("a check that is killed in the middle is done again from the start", async () => {
  const id = await received();
  const path = archive(course(randomBytes(8).toString("hex")));
  await db.$executeRawUnsafe("ALTER TABLE package_file ADD CONSTRAINT full_disk CHECK (false) NOT VALID");
  await expect(checkUploadedPackage(id, path)).rejects.toThrow();
  await db.$executeRawUnsafe("ALTER TABLE package_file DROP CONSTRAINT full_disk");
  expect(await db.packageVersion.findUnique({ where: { id } })).toMatchObject({
    state: "received",
    structure: null,
  });
  await checkUploadedPackage(id, path);
  expect((await getPackageVersion(id)).structure.standard).toBe("scorm-1.2");
});

test("versions share the files that have not changed", async () => {
  const first = await received();
  await checkUploadedPackage(first, archive(course("the old photo")));
  const before = storedFiles();
  const { packageId } = await getPackageVersion(first);
  const second = await received(packageId);
  await checkUploadedPackage(second, archive(course("the new photo")));
  expect(storedFiles()).toHaveLength(before.length + 1);
  expect((await findPackageFile(second, "Scripts/App.js"))?.brotliBytes).toBeGreaterThan(0);
});

test("the sweep deletes what nobody holds, an hour later, and nothing else", async () => {
  const id = await received();
  await checkUploadedPackage(id, archive(course("a photo to forget")));
  const kept = await received();
  await checkUploadedPackage(kept, archive(course("a photo to keep")));
  const [photo, keptPhoto] = await Promise.all([
    findPackageFile(id, "photo.jpg"),
    findPackageFile(kept, "photo.jpg"),
  ]);
  await storeFile("incoming/half", Buffer.from("half a file"));
  await db.packageVersion.delete({ where: { id } });
  await sweepPackageFiles();
  expect(await hasFile(packageBlobKey(photo?.sha256 ?? ""))).toBe(true);
  const old = new Date(clock.now().getTime() - hours(2));
  for (const file of storedFiles()) utimesSync(file, old, old);
  await sweepPackageFiles();
  expect(await hasFile(packageBlobKey(photo?.sha256 ?? ""))).toBe(false);
  expect(await hasFile("incoming/half")).toBe(false);
  expect(await hasFile(packageBlobKey(keptPhoto?.sha256 ?? ""))).toBe(true);
  const script = await findPackageFile(kept, "Scripts/App.js");
  expect(await hasFile(`${packageBlobKey(script?.sha256 ?? "")}.br`)).toBe(true);
});

test("a file of a deleted version is stored again, although its bytes may still lie there", async () => {
  const files = course("a photo that comes back");
  const first = await received();
  await checkUploadedPackage(first, archive(files));
  const photo = await findPackageFile(first, "photo.jpg");
  await db.packageVersion.delete({ where: { id: first } });
  const old = new Date(clock.now().getTime() - hours(2));
  for (const file of storedFiles()) utimesSync(file, old, old);
  const second = await received();
  await checkUploadedPackage(second, archive(files));
  await sweepPackageFiles();
  expect(await hasFile(packageBlobKey(photo?.sha256 ?? ""))).toBe(true);
});

test("a package of a course folder is one version for as long as its content is the same, packed or not", async () => {
  const files = course("a photo in a folder");
  const take = async (path: string) => {
    const outcome = await storeFolderPackage("demo/intro", path, "intro");
    if ("refusal" in outcome) throw new Error(outcome.refusal.key);
    return outcome.packageVersionId;
  };
  const [first, again] = await Promise.all([take(unpacked(files)), take(unpacked(files))]);
  expect(again).toBe(first);
  expect(await take(archive(files))).toBe(first);
  const changed = await take(unpacked({ ...files, "photo.jpg": "changed" }));
  expect(changed).not.toBe(first);
  expect(await getPackageVersion(changed)).toMatchObject({ number: 2 });
});
