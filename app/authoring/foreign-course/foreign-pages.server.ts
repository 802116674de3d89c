import type { Actor } from "#app/identity/actor.ts";
import { db } from "#app/platform/db.server.ts";
import { RefusalError } from "#app/platform/errors.ts";
import { type Fields, type FormErrors, parseFields } from "#app/platform/form-fields.ts";
import type { SentForm } from "#app/platform/sent-form.server.ts";

import { courseOf, freeAddress } from "../new-course.server.ts";
import { removeUpload } from "../upload-files.server.ts";
import { receiveForeignFile } from "../upload.server.ts";
import { foreignCourseForm } from "./foreign-course-form.ts";
import { foreignKeptDays } from "./foreign-limits.ts";
import {
  askForTakeOver,
  forgetForeignUpload,
  listForeignUploads,
  moveForeignUpload,
  requireForeignUpload,
} from "./foreign-upload.server.ts";

/** What the actor has sent. Throws ForbiddenError for a learner. */
export async function foreignCoursesPage(actor: Actor) {
  return { uploads: await listForeignUploads(actor), keptDays: foreignKeptDays };
}

/** Takes the form that a course of another platform is sent with. Throws ForbiddenError for a learner. */
export async function sendForeignCourse(
  actor: Actor,
  { files }: Pick<SentForm, "files">,
): Promise<{ uploadId: string } | { errors: FormErrors }> {
  const file = files.get("file");
  if (!file) return { errors: { file: "foreignCourse.fileMissing" } };
  if (file.isTooLarge) return { errors: { file: "foreignCourse.plainTooLarge" } };
  try {
    return { uploadId: await receiveForeignFile(actor, file) };
  } catch (error) {
    // Too many wait, or the disk is full.
    if (error instanceof RefusalError && error.status >= 422) return { errors: { file: error.key } };
    throw error;
  }
}

/**
 * A course that the actor has sent: how far it is, and what becomes of it. `course` is the address of the one that it has
 * become. Throws like `requireForeignUpload`.
 */
export async function foreignCoursePage(actor: Actor, uploadId: string) {
  const { id, fileName, state, findings, refusal, choices } = await requireForeignUpload(actor, uploadId);
  const preview = findings?.course ?? null;
  return {
    id,
    fileName,
    state,
    refusal,
    keptDays: foreignKeptDays,
    course: state === "made" ? await courseOf(id) : null,
    preview,
    leftOut: findings?.leftOut ?? [],
    given: preview && {
      title: choices?.title ?? preview.title,
      // The one that was chosen may be taken by now, and another course may have been made since this one was read.
      address: await freeAddress(choices?.address ?? preview.slug),
      language: choices?.language ?? preview.language,
    },
  };
}

type ForeignAnswer = { done: "making" | "discarded" } | { errors: FormErrors; typed: Record<string, string> };

/**
 * Takes a form of the page: makes a course of what was sent, or throws it away. What is being made, or was made, stays so
 * however often the form comes. Throws like `requireForeignUpload`.
 */
export async function submitForeignCourse(
  actor: Actor,
  uploadId: string,
  fields: Fields,
): Promise<ForeignAnswer> {
  const upload = await requireForeignUpload(actor, uploadId);
  if (fields.intent === "discard") {
    await forgetForeignUpload(upload.id);
    await removeUpload(upload.id);
    return { done: "discarded" };
  }
  if (upload.state !== "ready") return { done: "making" };
  const { values, errors, typed } = parseFields(fields, foreignCourseForm);
  if (errors) return { errors, typed };
  const taken = await db.course.findUnique({ where: { slug: values.address }, select: { id: true } });
  if (taken) return { errors: { address: "outline.addressTaken" }, typed };
  await moveForeignUpload(upload, { state: "making", choices: values });
  const { changedAt } = await requireForeignUpload(actor, upload.id);
  await askForTakeOver({ id: upload.id, changedAt });
  return { done: "making" };
}
