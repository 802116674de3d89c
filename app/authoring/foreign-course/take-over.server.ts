import { existsSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { join } from "node:path";

import { requireActingPerson } from "#app/identity/acting-person.server.ts";
import { faultLine } from "#app/library/fault-line.server.ts";
import { db } from "#app/platform/db.server.ts";
import { ConflictError, RefusalError } from "#app/platform/errors.ts";
import { log } from "#app/platform/log.server.ts";

import { createCourse } from "../new-course.server.ts";
import { isReservedAddress } from "../reserved-addresses.ts";
import { removeUpload, uploadPath } from "../upload-files.server.ts";
import { leftOutGroups, previewOf } from "./foreign-preview.ts";
import { findForeignUpload, type KeptForeignUpload, moveForeignUpload } from "./foreign-upload.server.ts";
import { type ForeignOutcome, type ForeignWishes, readForeignCourse } from "./read-foreign-course.server.ts";
import { writeCourseFolder } from "./write-course-folder.server.ts";

/** Nobody but us can do anything about it. */
const ourFault = { key: "foreignCourse.refusedFault" as const, values: {} };

/**
 * Does what is due next with a course of another platform that was sent: reads it, so that its trainer sees what becomes
 * of it, or makes a course of it; both in `workshop`, an empty folder. A file that is not needed any more is deleted. Safe
 * to repeat and to kill at any moment: a state is left once, and a course is known by the upload that it is made of.
 */
export async function takeOver(uploadId: string, workshop: string): Promise<void> {
  const upload = await findForeignUpload(uploadId);
  if (upload?.state === "received") await look(upload, workshop);
  if (upload?.state === "making") await make(upload, workshop);
  const now = await findForeignUpload(uploadId);
  if (!now || now.state === "refused" || now.state === "made") await removeUpload(uploadId);
}

async function look(upload: KeptForeignUpload, workshop: string): Promise<void> {
  const taken = new Set((await db.course.findMany({ select: { slug: true } })).map(({ slug }) => slug));
  const isTaken = (slug: string) => taken.has(slug) || isReservedAddress(slug);
  const outcome = await read(upload, { isTaken, workshop });
  if (!outcome) return;
  const leftOut = leftOutGroups((outcome.course ?? outcome).leftOut);
  if (outcome.course) {
    const findings = { course: previewOf(outcome.course), leftOut };
    await outcome.course.close();
    await moveForeignUpload(upload, { state: "ready", findings });
  } else {
    const findings = { course: null, leftOut };
    await moveForeignUpload(upload, { state: "refused", refusal: outcome.refusal, findings });
  }
}

/** Null when it could not be read, which is written down. */
async function read(upload: KeptForeignUpload, wishes: ForeignWishes): Promise<ForeignOutcome | null> {
  const { id, fileName } = upload;
  const path = uploadPath(id);
  if (!existsSync(path)) {
    await moveForeignUpload(upload, {
      state: "refused",
      refusal: { key: "authoring.uploadLost", values: {} },
    });
    return null;
  }
  try {
    return await readForeignCourse({ path, name: fileName }, wishes);
  } catch (error) {
    // Whatever the reason is, it would be the same the next time.
    log.error({ err: error, upload: id }, "a course of another platform could not be read");
    await moveForeignUpload(upload, { state: "refused", refusal: ourFault });
    return null;
  }
}

async function make(upload: KeptForeignUpload, workshop: string): Promise<void> {
  const { choices } = upload;
  if (!choices) return;
  const { title, address: slug, language } = choices;
  const outcome = await read(upload, { title, slug, language, workshop });
  if (!outcome) return;
  if (!outcome.course) {
    await moveForeignUpload(upload, { state: "refused", refusal: outcome.refusal });
    return;
  }
  try {
    // Who may have lost her role meanwhile; `createCourse` looks at that.
    const owner = await requireActingPerson(upload.ownerId);
    const folder = await writeCourseFolder(outcome.course, await mkdtemp(join(workshop, "course-")));
    const made = await createCourse(owner, upload.id, slug, folder);
    if ("slug" in made) {
      await moveForeignUpload(upload, { state: "made" });
      return;
    }
    if ("faults" in made) {
      const lines = made.faults.map(faultLine);
      log.error({ upload: upload.id, faults: lines }, "a course that was made has faults");
    }
    const refusal = "refusal" in made ? made.refusal : ourFault;
    await moveForeignUpload(upload, { state: "refused", refusal });
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    const { key, values } = error;
    // Another course took the address meanwhile: its trainer chooses another one.
    const state = error instanceof ConflictError ? "ready" : "refused";
    await moveForeignUpload(upload, { state, refusal: { key, values } });
  } finally {
    await outcome.course.close();
  }
}
