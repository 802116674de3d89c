import { readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

import { importQuizzes } from "#app/assessment/course-quizzes.server.ts";
import { type Actor, isTrainer } from "#app/identity/actor.ts";
import { recordAudit } from "#app/identity/audit.server.ts";
import { withCourseArchive } from "#app/library/course-archive.server.ts";
import { readCourseFolder } from "#app/library/course-folder.server.ts";
import { listTaughtCourses, requireTeaching } from "#app/library/course-team.server.ts";
import type { Fault } from "#app/library/fault.ts";
import { withFolderOnDisk } from "#app/library/folder-on-disk.server.ts";
import type { FolderParts } from "#app/library/folder-part.ts";
import { addCourseOfFolder, storeFolderFiles } from "#app/library/folder-version.server.ts";
import type { PackageRefusal } from "#app/library/package-refusal.ts";
import { getCourseText } from "#app/library/published-course.server.ts";
import { freeSlug, slugOf } from "#app/library/slug.ts";
import { requireAuthor } from "#app/library/uploaded-package.server.ts";
import { minutes } from "#app/platform/clock.ts";
import { db, serializable } from "#app/platform/db.server.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { type Fields, type FormErrors, parseFields } from "#app/platform/form-fields.ts";
import { newId } from "#app/platform/id.ts";
import { defaultLanguage, type Language } from "#app/platform/languages.ts";

import { withBank } from "./bank-folder.server.ts";
import { blankCourse } from "./blank-course.server.ts";
import { readSources, withSources } from "./course-sources.server.ts";
import { isPublished } from "./course-edition.server.ts";
import { packageCourse, templateCourse, templateLanguages } from "./course-templates.server.ts";
import { beginDraft } from "./draft.server.ts";
import { withCourseId, withVersion } from "./folder-edits.ts";
import { questionsOfFolder, quizzesOfFolder } from "./folder-quizzes.ts";
import { archivedCourseForm, copiedCourseForm, titledCourseForm } from "./new-course-form.ts";
import { mediaQuota } from "./media-room.server.ts";
import { listPackages } from "./package-pages.server.ts";
import { readyPackage, readyPackages } from "./ready-packages.server.ts";
import { isReservedAddress } from "./reserved-addresses.ts";
import { courseTextIn, withCourseText } from "./text-edits.ts";
import { textOfPart, versionFolder } from "./version-folder.server.ts";

/** The courses that a copy can be made of. Throws ForbiddenError for a learner. */
export async function newCoursePage(actor: Actor, language: Language) {
  const courses = await listTaughtCourses(actor);
  return {
    publication: newId(),
    templateLanguages,
    packages: await readyPackages(actor),
    /** Titles of packages that were uploaded and are not checked yet. */
    unread: (await listPackages(actor, language))
      .filter(({ state }) => state === "received")
      .map((one) => one.title),
    courses: await Promise.all(
      courses.map(async ({ slug, versionId }) => {
        const { text } = await getCourseText(versionId, language);
        return { slug, title: text.course.title };
      }),
    ),
  };
}

/**
 * What came of beginning a course: its address (`instead` of the one that an archive gave and another course has), what
 * is wrong in the form or in the folder, or why what it would be made of is not taken.
 */
export type NewCourseOutcome =
  | { slug: string; instead?: string }
  | { errors: FormErrors; typed: Record<string, string> }
  | { faults: Fault[] }
  | { refusal: PackageRefusal };

/** A file of the form, on this machine's disk. */
type ArchiveFile = { path: string; name: string; isTooLarge: boolean };

/**
 * Takes a form that begins a course, `way` as in `courseWays`: the course has a version that nobody is enrolled in, its
 * author teaches it, and its draft is begun. Sending the form twice makes one. Throws ForbiddenError for a learner, and
 * like `requireTeaching` for the course that is copied.
 */
export async function submitNewCourse(
  actor: Actor,
  fields: Fields,
  archive?: ArchiveFile,
): Promise<NewCourseOutcome> {
  requireAuthor(actor);
  if (fields.way === "archive") return fromArchive(actor, fields, archive);
  if (fields.way === "copy") return fromCourse(actor, fields);
  const { values, errors, typed } = parseFields(fields, titledCourseForm);
  if (errors) return { errors, typed };
  const { publication, title, languages } = values;
  if (fields.way === "package") {
    const given = String(fields.package ?? "");
    if (given === "") return { errors: { package: "outline.packageMissing" }, typed };
    const added = await readyPackage(actor, given);
    return fromParts(actor, publication, title, (slug) => packageCourse(slug, title, languages, added));
  }
  if (fields.way !== "template" && fields.way !== "blended") {
    return fromParts(actor, publication, title, async (slug) => blankCourse(slug, title, languages));
  }
  const known = languages.filter((tag) => templateLanguages.includes(tag));
  const template = fields.way === "blended" ? "blended" : "micro-course";
  return fromParts(actor, publication, title, async () =>
    withTitle(await templateCourse(template, known), title),
  );
}

async function fromCourse(actor: Actor, fields: Fields): Promise<NewCourseOutcome> {
  const { values, errors, typed } = parseFields(fields, copiedCourseForm);
  if (errors) return { errors, typed };
  const version = await requireTeaching(actor, values.course);
  return fromParts(actor, values.publication, values.title, async () =>
    withTitle(await withBank(await versionFolder(version), version), values.title),
  );
}

/** A folder with another English title. */
async function withTitle(parts: FolderParts, title: string): Promise<FolderParts> {
  return withSources(parts, await readSources(parts), {
    text: (source, language, base) => {
      const text = language === defaultLanguage ? courseTextIn(source, base) : null;
      return text ? withCourseText(source, { ...text, title }, base) : source;
    },
  });
}

/** A course of a folder that is made here, with an address after its title and the first version. */
async function fromParts(
  actor: Actor,
  publication: string,
  title: string,
  folder: (slug: string) => Promise<FolderParts>,
): Promise<NewCourseOutcome> {
  const earlier = await courseOf(publication);
  if (earlier) return { slug: earlier };
  return atFreeAddress(slugOf(title, "course"), async (slug) => {
    const parts: FolderParts = new Map(await folder(slug));
    const path = "course.yaml";
    const source = (await textOfPart(parts, path)) ?? "";
    parts.set(path, { path, text: withVersion(withCourseId(source, slug), "0.1.0") });
    return withFolderOnDisk(slug, parts, (directory) => createCourse(actor, publication, slug, directory));
  });
}

class AddressTakenError extends ConflictError {
  constructor() {
    super("outline.addressTaken");
  }
}

/** Again with the next address when another course has taken it meanwhile. */
async function atFreeAddress<Result>(
  wanted: string,
  make: (slug: string) => Promise<Result>,
): Promise<Result> {
  for (;;) {
    try {
      return await make(await freeAddress(wanted));
    } catch (error) {
      if (!(error instanceof AddressTakenError)) throw error;
    }
  }
}

async function fromArchive(
  actor: Actor,
  fields: Fields,
  archive: ArchiveFile | undefined,
): Promise<NewCourseOutcome> {
  const { values, errors, typed } = parseFields(fields, archivedCourseForm);
  if (errors) return { errors, typed };
  if (!archive) return { errors: { archive: "outline.archiveMissing" }, typed };
  if (archive.isTooLarge) return { errors: { archive: "outline.archiveTooLarge" }, typed };
  const earlier = await courseOf(values.publication);
  if (earlier) return { slug: earlier };
  const outcome = await withCourseArchive(archive.path, archive.name, async ({ directory, id }) => {
    const slug = await freeAddress(id);
    const created = await createCourse(actor, values.publication, slug, await calledAs(directory, id, slug));
    return "slug" in created && slug !== id ? { ...created, instead: id } : created;
  });
  return "refusal" in outcome ? outcome : outcome.result;
}

/** An unpacked folder under another address. */
async function calledAs(directory: string, id: string, slug: string): Promise<string> {
  if (slug === id) return directory;
  const file = join(directory, "course.yaml");
  await writeFile(file, withCourseId(await readFile(file, "utf8"), slug));
  const renamed = join(dirname(directory), slug);
  await rename(directory, renamed);
  return renamed;
}

/** The course that a form has made before: its publication is the id of the first version. */
export async function courseOf(publication: string): Promise<string | null> {
  const version = await db.courseVersion.findUnique({
    where: { id: publication },
    select: { course: { select: { slug: true } } },
  });
  return version?.course.slug ?? null;
}

/** An address after `wanted` that no course has. */
export async function freeAddress(wanted: string): Promise<string> {
  const taken = new Set((await db.course.findMany({ select: { slug: true } })).map(({ slug }) => slug));
  return freeSlug(wanted, (candidate) => taken.has(candidate) || isReservedAddress(candidate));
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1024 ** 2);
}

/**
 * Makes a course of a folder, with a version that nobody is enrolled in and a draft; its author teaches it. Making it
 * again under the same `publication` changes nothing. `refusal`: its media have no room in a course. Throws
 * ForbiddenError for a learner, ConflictError when another course has the address.
 */
export async function createCourse(
  actor: Actor,
  publication: string,
  slug: string,
  directory: string,
): Promise<{ slug: string } | { faults: Fault[] } | { refusal: PackageRefusal }> {
  requireAuthor(actor);
  const { course: folder, faults } = await readCourseFolder(directory);
  if (!folder) return { faults };
  const [room, used] = [mediaQuota(), folder.media.reduce((sum, { bytes }) => sum + bytes, 0)];
  if (used > room) {
    const values = { used: megabytes(used), room: megabytes(room) };
    return { refusal: { key: "outline.mediaOverQuota", values } };
  }
  const stored = await storeFolderFiles(directory, folder);
  // Serializable: the form may arrive twice at once, and another course may take the address meanwhile.
  await serializable(async (tx) => {
    if (await isPublished(tx, publication)) return;
    if (await tx.course.findUnique({ where: { slug } })) throw new AddressTakenError();
    const courseId = newId();
    const trainerId = isTrainer(actor) ? actor.id : null;
    await addCourseOfFolder(tx, { courseId, versionId: publication, trainerId }, folder, stored);
    await importQuizzes(tx, {
      courseId,
      versionId: publication,
      previousVersionId: null,
      title: folder.texts.get(defaultLanguage)?.course.title ?? slug,
      questions: questionsOfFolder(folder, stored.media),
      quizzes: quizzesOfFolder(folder),
    });
    await recordAudit(tx, actor, "course.created", `course:${courseId}`, { course: slug });
  }, minutes(1));
  const made = (await courseOf(publication)) ?? slug;
  await beginDraft(actor, made);
  return { slug: made };
}
