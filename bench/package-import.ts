import { randomBytes } from "node:crypto";
import { createWriteStream, mkdirSync, readFileSync, statSync } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout } from "node:timers/promises";

import { ZipFile } from "yazl";

import { uploadPath, uploadsDirectory } from "#app/authoring/upload-files.server.ts";
import { receiveUpload } from "#app/authoring/upload.server.ts";
import { db } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/id.ts";
import { scorm2004Files } from "#tests/faults/probe-packages.ts";
import { trainer } from "#tests/builders/people.ts";

import { round } from "./load.ts";
import type { Site } from "./site.ts";

const megabyte = 1024 ** 2;
const largeFile = 120 * megabyte;
const smallFiles = 2000;
const smallFile = 40 * 1024;

export type ImportTime = {
  megabytes: number;
  files: number;
  seconds: number;
  /** Highest resident memory of the process that takes it in. Must stay below 300. */
  peakMiB: number;
  /** That of the worker which started it, so far. */
  workerPeakMiB: number;
  /** Reading the same archive and writing it once more, as the least that storing could cost. */
  copySeconds: number;
  toCopy: number;
};

/** A package of 200 MB, a video and two thousand pages, from the arrived upload until it can be played. */
export async function measureImport(site: Site): Promise<ImportTime> {
  mkdirSync(uploadsDirectory(), { recursive: true });
  const id = newId();
  const path = uploadPath(id);
  await writeLargePackage(path);
  const { size } = statSync(path);
  const copyStart = performance.now();
  await pipeline(Readable.from([readFileSync(path)]), createWriteStream(`${path}.copy`, { flush: true }));
  const copySeconds = (performance.now() - copyStart) / 1000;
  const start = performance.now();
  await receiveUpload(await trainer(), {
    id,
    fileName: "large.zip",
    bytes: size,
    purpose: { kind: "package", packageId: null },
  });
  let peakMiB = 0;
  await decided(id, () => (peakMiB = Math.max(peakMiB, site.peakMemoryOfJobs())));
  const seconds = (performance.now() - start) / 1000;
  return {
    megabytes: Math.round(size / megabyte),
    files: await db.packageFile.count({ where: { packageVersionId: id } }),
    seconds: round(seconds),
    peakMiB,
    workerPeakMiB: site.peakMemory("worker"),
    copySeconds: Number(copySeconds.toFixed(2)),
    toCopy: Number((seconds / copySeconds).toFixed(1)),
  };
}

/** What cannot be compressed, so that 200 MB are 200 MB on the way too. */
async function writeLargePackage(path: string): Promise<void> {
  const archive = new ZipFile();
  for (const [name, text] of Object.entries(scorm2004Files)) archive.addBuffer(Buffer.from(text), name);
  archive.addReadStream(Readable.from(noise(largeFile)), "film.mp4", { compress: false });
  for (let index = 0; index < smallFiles; index += 1) {
    archive.addBuffer(randomBytes(smallFile), `pictures/${index}.png`, { compress: false });
  }
  archive.end();
  await pipeline(archive.outputStream, createWriteStream(path));
}

function* noise(bytes: number): Generator<Buffer> {
  for (let left = bytes; left > 0; left -= megabyte) yield randomBytes(Math.min(left, megabyte));
}

async function decided(id: string, lookMeanwhile: () => void): Promise<void> {
  for (let tries = 0; tries < 6000; tries += 1) {
    const { state } = await db.packageVersion.findUniqueOrThrow({ where: { id } });
    if (state === "ready") return;
    if (state === "refused") throw new Error("The large package was refused.");
    lookMeanwhile();
    await setTimeout(50);
  }
  throw new Error("The large package was not imported within five minutes.");
}
