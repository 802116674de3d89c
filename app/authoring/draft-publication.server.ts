import { copyQuizzes, placeCurrentQuizzes } from "#app/assessment/quiz-version.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { recordAudit } from "#app/identity/audit.server.ts";
import { chooseMove, dispatchMove } from "#app/learning/version-move.server.ts";
import { courseWarnings } from "#app/library/course-check.server.ts";
import { type CourseFolder, readCourseFolder } from "#app/library/course-folder.server.ts";
import { isLaterLabel, nextLabel } from "#app/library/course-label.ts";
import { requireUnarchived } from "#app/library/course-standing.server.ts";
import type { Fault } from "#app/library/fault.ts";
import { withFolderOnDisk } from "#app/library/folder-on-disk.server.ts";
import type { FolderParts } from "#app/library/folder-part.ts";
import { addDraftVersion, storeFolderFiles } from "#app/library/folder-version.server.ts";
import type { PublishedCourse } from "#app/library/published-course.server.ts";
import { quizOf } from "#app/library/quiz-activity.ts";
import { minutes } from "#app/platform/clock.ts";
import { db, serializable, type Transaction } from "#app/platform/db.server.ts";
import { ConflictError } from "#app/platform/errors.ts";

import { withBank } from "./bank-folder.server.ts";
import { isPublished } from "./course-edition.server.ts";
import { type Draft, draftFolder, requireDraft } from "./draft.server.ts";
import type { DraftPublicationForm } from "./draft-form.ts";
import { unchangedPackages } from "./draft-packages.server.ts";
import { versionIn, withVersion } from "./folder-edits.ts";
import { type LinkFindings, linkFindings } from "./link-check.server.ts";
import { openCommentWarnings } from "./open-comments.server.ts";
import { withSharedWords } from "./shared-words.server.ts";
import { textOfPart } from "./version-folder.server.ts";

/**
 * What keeps a draft from being published, and what a trainer should look at before, by file and line; `untriedLinks`:
 * how many of its links nobody has tried lately.
 */
export type DraftCheck = { faults: Fault[]; warnings: Fault[]; untriedLinks: number };

/** Of a draft that is published, or waits to be. */
export const fine: DraftCheck = { faults: [], warnings: [], untriedLinks: 0 };

/** Checks a draft as `publishDraft` does. Throws like `requireDraft`. */
export async function checkDraft(actor: Actor, courseSlug: string): Promise<DraftCheck> {
  const draft = await requireDraft(actor, courseSlug);
  const parts = await withBank(await draftFolder(draft), draft.course);
  const links = await linkFindings(parts);
  return withFolderOnDisk(draft.course.slug, parts, async (directory) => {
    const { course, faults } = await readCourseFolder(directory);
    const warnings = course ? await warningsOf(draft, links, directory, course) : [];
    return { faults, warnings, untriedLinks: links.untried };
  });
}

async function warningsOf(
  { course }: Draft,
  links: LinkFindings,
  directory: string,
  folder: CourseFolder,
): Promise<Fault[]> {
  // What a translation was made from is unknown of most that were written here: nothing that could be mended.
  const found = (await courseWarnings(directory, folder)).filter(
    ({ key }) => key !== "faults.sourceUnrecorded",
  );
  return [...(await openCommentWarnings(course)), ...found, ...links.warnings];
}

/**
 * Publishes a draft as the next version of its course, on which new learners begin; what becomes of those under way is in
 * the form. The draft is gone then, and nothing is returned in the check. What is wrong with it stops that; what should be
 * looked at does unless the form says that it was. Sending the form twice publishes once. Throws like `requireDraft`.
 */
export async function publishDraft(
  actor: Actor,
  courseSlug: string,
  form: DraftPublicationForm,
): Promise<DraftCheck> {
  if (await isPublished(db, form.publication)) return fine;
  return publishAs(actor, await requireDraft(actor, courseSlug), form);
}

/** The same for whoever may, or (null) for a plan whose time has come. Throws ConflictError for an archived course. */
export async function publishAs(
  actor: Actor | null,
  draft: Draft,
  form: DraftPublicationForm,
): Promise<DraftCheck> {
  const { course } = draft;
  const written = await draftFolder(draft);
  const parts = await withBank(await withNextVersion(written, course), course);
  return withFolderOnDisk(course.slug, parts, async (directory) => {
    const { course: read, faults } = await readCourseFolder(directory);
    const links = await linkFindings(parts);
    const untriedLinks = links.untried;
    if (!read) return { faults, warnings: [], untriedLinks };
    const folder = { ...read, texts: await withSharedWords(read.texts, parts, course.versionId) };
    const warnings = await warningsOf(draft, links, directory, folder);
    if (warnings.length > 0 && !form.anyway) return { faults, warnings, untriedLinks };
    const stored = await storeFolderFiles(directory, folder, await unchangedPackages(written, course));
    // Serializable: the form may arrive twice at once, and another trainer may write meanwhile.
    await serializable(async (tx) => {
      if (await isPublished(tx, form.publication)) return;
      await requireUnarchived(tx, course.courseId);
      await requireStillWritten(tx, course.courseId, written);
      await addDraftVersion(tx, { courseId: course.courseId, versionId: form.publication }, folder, stored);
      await copyQuizzes(tx, course.versionId, form.publication);
      await placeCurrentQuizzes(tx, course.courseId, form.publication, quizzesIn(folder));
      await tx.courseDraft.delete({ where: { courseId: course.courseId } });
      await recordAudit(tx, actor, "draft.published", `course:${course.courseId}`, {
        course: course.slug,
        version: folder.structure.course.version,
      });
      await chooseMove(tx, { ...course, toVersionId: form.publication }, { moveAt: null, ...form });
    }, minutes(1));
    await dispatchMove(course.courseId);
    return fine;
  });
}

/** With a version that is later than the published one; a trainer may have written one herself. */
async function withNextVersion(parts: FolderParts, { label }: PublishedCourse): Promise<FolderParts> {
  const path = "course.yaml";
  const source = (await textOfPart(parts, path)) ?? "";
  const given = versionIn(source);
  if (given === null || isLaterLabel(given, label)) return parts;
  return new Map(parts).set(path, { path, text: withVersion(source, nextLabel(label)) });
}

/** Throws ConflictError when something was written into the draft after it was read. */
export async function requireStillWritten(
  tx: Transaction,
  courseId: string,
  written: FolderParts,
): Promise<void> {
  const rows = await tx.draftFile.findMany({
    where: { courseId },
    select: { path: true, sha256: true, text: true },
  });
  const isSame =
    rows.length === written.size &&
    rows.every(({ path, sha256, text }) => {
      const part = written.get(path);
      return part && ("text" in part ? part.text === text : text === null && part.sha256 === sha256);
    });
  if (!isSame) throw new ConflictError("drafts.writtenMeanwhile");
}

function quizzesIn({ structure, quizzes }: CourseFolder): string[] {
  const placed = structure.course.outline.flatMap((activity) => quizOf(activity) ?? []);
  const checks = Object.values(quizzes).flatMap(({ id, mode }) => (mode === "check" ? [id] : []));
  return [...placed, ...checks];
}
