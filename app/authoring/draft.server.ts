import { createHash } from "node:crypto";

import type { Actor } from "#app/identity/actor.ts";
import { recordAudit } from "#app/identity/audit.server.ts";
import { requireUnarchived } from "#app/library/course-standing.server.ts";
import { requireTeaching } from "#app/library/course-team.server.ts";
import { readCourseText } from "#app/library/course-files.server.ts";
import { type FolderPart, type FolderParts, isTextFile } from "#app/library/folder-part.ts";
import { packageBlobKey } from "#app/library/package-blobs.ts";
import { getNumberedVersion, type PublishedCourse } from "#app/library/published-course.server.ts";
import { clock } from "#app/platform/clock.ts";
import { db, serializable, type Transaction } from "#app/platform/db.server.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import type { Fields, FormErrors } from "#app/platform/form-fields.ts";

import { versionFolder } from "./version-folder.server.ts";

/** The draft of a course, and the version that it will follow. */
export type Draft = { course: PublishedCourse; createdAt: Date };

/** The draft of a course that the actor teaches; null when there is none. Throws like `requireTeaching`. */
export async function findDraft(actor: Actor, courseSlug: string): Promise<Draft | null> {
  const course = await requireTeaching(actor, courseSlug);
  const draft = await db.courseDraft.findUnique({ where: { courseId: course.courseId } });
  return draft && { course, createdAt: draft.createdAt };
}

/** The same. Throws NotFoundError when there is none. */
export async function requireDraft(actor: Actor, courseSlug: string): Promise<Draft> {
  const draft = await findDraft(actor, courseSlug);
  if (!draft) throw new NotFoundError("drafts.none");
  return draft;
}

/**
 * Begins the next version of a course with what it is now, or with what an earlier version (by its number) was. Where
 * there is a draft already, that one goes on. Throws like `requireTeaching`, and NotFoundError for another version.
 */
export async function beginDraft(actor: Actor, courseSlug: string, number?: string): Promise<void> {
  const course = await requireTeaching(actor, courseSlug);
  const from = number === undefined ? course : await getNumberedVersion(course.courseId, number);
  const rows = [...(await versionFolder(from)).values()].map(rowOf);
  // Serializable: two trainers may begin it at once, and a version may be published meanwhile.
  await serializable(async (tx) => {
    if (await tx.courseDraft.findUnique({ where: { courseId: course.courseId } })) return;
    await requireUnarchived(tx, course.courseId);
    const { currentVersionId } = await tx.course.findUniqueOrThrow({ where: { id: course.courseId } });
    if (currentVersionId !== course.versionId) throw new NotFoundError("authoring.courseChanged");
    await tx.courseDraft.create({ data: { courseId: course.courseId, createdAt: clock.now() } });
    await tx.draftFile.createMany({ data: rows.map((row) => ({ courseId: course.courseId, ...row })) });
    await recordAudit(tx, actor, "draft.begun", `course:${course.courseId}`, {
      course: course.slug,
      from: from.label,
    });
  });
}

/** Takes the form that throws a draft away; what is wrong in it, or null when it is done. Throws like `requireDraft`. */
export async function submitDiscard(
  actor: Actor,
  courseSlug: string,
  { confirm }: Fields,
): Promise<FormErrors | null> {
  await requireDraft(actor, courseSlug);
  if (confirm !== "yes") return { confirm: "drafts.discardUnconfirmed" };
  await discardDraft(actor, courseSlug);
  return null;
}

/** Throws a draft away. Throws like `requireDraft`. */
export async function discardDraft(actor: Actor, courseSlug: string): Promise<void> {
  const { course } = await requireDraft(actor, courseSlug);
  await db.$transaction(async (tx) => {
    await tx.courseDraft.deleteMany({ where: { courseId: course.courseId } });
    await recordAudit(tx, actor, "draft.discarded", `course:${course.courseId}`, { course: course.slug });
  });
}

function rowOf(part: FolderPart) {
  if (!("text" in part)) return { path: part.path, sha256: part.sha256, bytes: part.bytes, text: null };
  return { path: part.path, ...measured(part.text), text: part.text };
}

/** Names what a file says, as `DraftText` does; "" for none. */
export function basisOf(part: FolderPart | undefined): string {
  return part ? rowOf(part).sha256 : "";
}

/** SHA-256 in hex and length in bytes. */
export function measured(text: string): { sha256: string; bytes: number } {
  const content = Buffer.from(text);
  return { sha256: createHash("sha256").update(content).digest("hex"), bytes: content.length };
}

/** The folder of a draft. */
export async function draftFolder(
  { course }: { course: Pick<PublishedCourse, "courseId"> },
  client: Transaction = db,
): Promise<FolderParts> {
  const rows = await client.draftFile.findMany({
    where: { courseId: course.courseId },
    orderBy: { path: "asc" },
  });
  return new Map(
    rows.map(({ path, sha256, bytes, text }): [string, FolderPart] => [
      path,
      text === null ? { path, key: packageBlobKey(sha256), sha256, bytes } : { path, text },
    ]),
  );
}

/** A text of a draft; `basis` names what it says, for `writeDraftText`. */
export type DraftText = { text: string; basis: string };

/** A text file of a draft; null when there is none of this path. */
export async function readDraftText({ course }: Draft, path: string): Promise<DraftText | null> {
  const row = await db.draftFile.findUnique({
    where: { courseId_path: { courseId: course.courseId, path } },
    select: { text: true, sha256: true },
  });
  if (!row || !isTextFile(path)) return null;
  return { text: row.text ?? (await readCourseText(row.sha256)), basis: row.sha256 };
}

/** Throws ConflictError while a draft waits to be published as it is. */
export async function requireUnplanned(tx: Transaction, courseId: string): Promise<void> {
  const plan = await tx.plannedPublication.findUnique({ where: { courseId }, select: { refusedAt: true } });
  if (plan && !plan.refusedAt) throw new ConflictError("publishing.frozen");
}

/** What came of writing: the basis for the next time, or what somebody else has written meanwhile. */
export type DraftWriting = { basis: string } | { theirs: DraftText; by: string | null };

/**
 * Writes a text file of a draft. Unless it still says what the author had before her (`basis`, null for a new file),
 * nothing is written. Writing the same again changes nothing. Throws ConflictError like `requireUnplanned`.
 */
export async function writeDraftText(
  actor: Actor,
  draft: Draft,
  path: string,
  { text, basis }: { text: string; basis: string | null },
): Promise<DraftWriting> {
  const outcome = await serializable((tx) =>
    writeText(tx, actor, draft.course.courseId, path, { text, basis }),
  );
  if (outcome.isWritten) return { basis: outcome.sha256 };
  const theirs = await readDraftText(draft, path);
  if (!theirs) throw new NotFoundError();
  return { theirs, by: outcome.by };
}

async function writeText(
  tx: Transaction,
  actor: Actor,
  courseId: string,
  path: string,
  { text, basis }: { text: string; basis: string | null },
): Promise<{ isWritten: true; sha256: string } | { isWritten: false; by: string | null }> {
  const where = { courseId_path: { courseId, path } };
  const before = await tx.draftFile.findUnique({ where, include: { author: { select: { name: true } } } });
  const next = measured(text);
  if (before?.sha256 === next.sha256) return { isWritten: true, sha256: next.sha256 };
  await requireUnplanned(tx, courseId);
  if ((before?.sha256 ?? null) !== basis) return { isWritten: false, by: before?.author?.name ?? null };
  const changed = { ...next, text, changedAt: clock.now(), changedBy: actor.id };
  await tx.draftFile.upsert({ where, update: changed, create: { courseId, path, ...changed } });
  return { isWritten: true, sha256: next.sha256 };
}

/** What an edit of a draft comes to: its folder afterwards, or what is wrong in the form that asked for it. */
export type DraftEdit = { parts: FolderParts } | { errors: FormErrors };

/**
 * Changes several files of a draft at once, built on what they say at that moment; `edit` may be run again when somebody
 * else writes meanwhile. Returns its errors, with which nothing is written, or null. Throws NotFoundError when the draft
 * is gone, ConflictError like `requireUnplanned`.
 */
export async function changeDraft(
  actor: Actor,
  draft: Draft,
  edit: (parts: FolderParts) => Promise<DraftEdit>,
): Promise<FormErrors | null> {
  return serializable((tx) => changeDraftIn(tx, actor, draft, edit));
}

/** The same within a transaction that does more. Serializable callers only. */
export async function changeDraftIn(
  tx: Transaction,
  actor: Actor,
  draft: Draft,
  edit: (parts: FolderParts) => Promise<DraftEdit>,
): Promise<FormErrors | null> {
  const { courseId } = draft.course;
  if (!(await tx.courseDraft.findUnique({ where: { courseId } }))) throw new NotFoundError("drafts.none");
  await requireUnplanned(tx, courseId);
  const before = await draftFolder(draft, tx);
  const edited = await edit(before);
  if ("errors" in edited) return edited.errors;
  const changed = [...edited.parts.values()].filter((part) => before.get(part.path) !== part);
  const gone = [...before.keys()].filter((path) => !edited.parts.has(path));
  const paths = [...gone, ...changed.map(({ path }) => path)];
  await tx.draftFile.deleteMany({ where: { courseId, path: { in: paths } } });
  await tx.draftFile.createMany({
    data: changed.map((part) => ({
      courseId,
      ...rowOf(part),
      // A package's files would hide in their number what people have written.
      ...("text" in part && { changedAt: clock.now(), changedBy: actor.id }),
    })),
  });
  return null;
}
