import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, utimesSync } from "node:fs";
import { copyFile, mkdir } from "node:fs/promises";
import { basename, join } from "node:path";

import { expect, test, vi } from "vitest";

import { uploadPath, uploadsDirectory } from "#app/authoring/upload-files.server.ts";
import { receiveUpload } from "#app/authoring/upload.server.ts";
import { packageBlobKey } from "#app/library/package-blobs.ts";
import { sweepPackageFiles } from "#app/library/package-sweep.server.ts";
import { clock, hours } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { env } from "#app/platform/env.server.ts";
import { newId } from "#app/platform/id.ts";
import { archive } from "#tests/builders/archives.ts";
import { scorm12, scormFiles } from "#tests/builders/manifests.ts";
import { trainer } from "#tests/builders/people.ts";
import { endWorker, startWorker } from "#tests/builders/worker.ts";

const pages = 2_000;

function storedFiles(): string[] {
  const folder = join(env().DATA_DIR, "files");
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

test(
  "a worker that is killed while it stores a package leaves nothing half, and the next one stores all of it",
  { timeout: 300_000 },
  async () => {
    const files = Object.fromEntries(
      Array.from({ length: pages }, (_, page) => [`pages/${page}.bin`, randomBytes(8_000)]),
    );
    const id = newId();
    await mkdir(uploadsDirectory(), { recursive: true });
    await copyFile(archive({ ...scormFiles(scorm12()), ...files }), uploadPath(id));
    await receiveUpload(await trainer(), {
      id,
      fileName: "pages.zip",
      bytes: 1,
      purpose: { kind: "package", packageId: null },
    });
    const stateOf = async () => (await db.packageVersion.findUniqueOrThrow({ where: { id } })).state;

    const first = startWorker();
    await vi.waitUntil(() => storedFiles().length > 20, { timeout: 120_000, interval: 5 });
    await endWorker(first, "SIGKILL");
    expect(storedFiles().length).toBeLessThan(pages);
    expect(await stateOf()).toBe("received");
    expect(await db.packageFile.count({ where: { packageVersionId: id } })).toBe(0);

    const second = startWorker();
    await vi.waitUntil(async () => (await stateOf()) === "ready", { timeout: 120_000 });
    await vi.waitUntil(() => readdirSync(uploadsDirectory()).length === 0, { timeout: 60_000 });
    await endWorker(second, "SIGTERM");
    const rows = await db.packageFile.findMany({ where: { packageVersionId: id }, select: { sha256: true } });
    expect(rows).toHaveLength(pages + 2);
    // What the killed one was writing at that moment goes with the hourly sweep.
    const old = new Date(clock.now().getTime() - hours(2));
    for (const file of storedFiles()) utimesSync(file, old, old);
    await sweepPackageFiles();
    const held = new Set(rows.map(({ sha256 }) => basename(packageBlobKey(sha256))));
    const kept = storedFiles().map((file) => basename(file).replace(/\.br$/, ""));
    expect(new Set(kept)).toEqual(held);
  },
);
