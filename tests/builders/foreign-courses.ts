import { dirname } from "node:path";

import {
  type ForeignCourse,
  readForeignCourse,
} from "#app/authoring/foreign-course/read-foreign-course.server.ts";
import { writeCourseFolder } from "#app/authoring/foreign-course/write-course-folder.server.ts";
import { sendForeignCourse } from "#app/authoring/foreign-course/foreign-pages.server.ts";
import { takeOver } from "#app/authoring/foreign-course/take-over.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { bytesOf } from "#app/library/package-source.ts";

import { fileOf } from "./archives.ts";
import { cartridgeFiles, item, webPage } from "./cartridges.ts";
import { scratchFolder } from "./scratch-folder.ts";
import { zipped } from "./zip-bytes.ts";

/** Reads the files. */
export function readSource(files: Record<string, string | Buffer> | Buffer, fileName = "course.imscc") {
  const bytes = Buffer.isBuffer(files) ? files : zipped(files);
  return readForeignCourse({ path: fileOf(bytes, fileName), name: fileName });
}

/** The course of a source that must not be refused, as a folder. Closed. */
export async function foreignFolder(files: Record<string, string | Buffer> | Buffer, fileName?: string) {
  const outcome = await readSource(files, fileName);
  if (!outcome.course) throw new Error(`refused: ${outcome.refusal.key}`);
  const { course } = outcome;
  const folder = await writeCourseFolder(course, dirname(fileOf("", "beside")));
  const texts = new Map<string, string>();
  for (const [path, file] of course.files) {
    if (!/\.(yaml|md)$/.test(path)) continue;
    texts.set(path, (Buffer.isBuffer(file) ? file : await bytesOf(file)).toString("utf8"));
  }
  await course.close();
  return { course, folder, texts };
}

/** Name and reason of what was left out. */
export function reasonsOf({ leftOut }: Pick<ForeignCourse, "leftOut">): Record<string, string> {
  return Object.fromEntries(leftOut.map(({ name, reason }) => [name, reason.key]));
}

/** Sent by the plain form; the id of the upload. */
export async function sentCourse(actor: Actor, bytes: Buffer, name = "course.imscc"): Promise<string> {
  const file = { name, path: fileOf(bytes, name), bytes: bytes.length, sha256: "", isTooLarge: false };
  const outcome = await sendForeignCourse(actor, { files: new Map([["file", file]]) });
  if ("errors" in outcome) throw new Error(outcome.errors.file);
  return outcome.uploadId;
}

/** A small cartridge that a trainer has sent and that was read. */
export async function lookedAtCourse(actor: Actor): Promise<string> {
  const files = cartridgeFiles({
    title: "Small",
    items: item("One", item("Page", { ref: "p" })),
    resources: [webPage("p", "<p>Words.</p>")],
  });
  const id = await sentCourse(actor, zipped(files));
  await takeOver(id, scratchFolder("take-over"));
  return id;
}
