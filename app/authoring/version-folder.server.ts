import { stringify } from "yaml";

import type { Activity, CourseText } from "#app/library/course-format.ts";
import { listCourseFiles } from "#app/library/course-files.server.ts";
import type { FolderParts } from "#app/library/folder-part.ts";
import { packageBlobKey } from "#app/library/package-blobs.ts";
import { getCourseText, type PublishedCourse } from "#app/library/published-course.server.ts";
import { db } from "#app/platform/db.server.ts";
import { readFile } from "#app/platform/storage.server.ts";
import { baseOf, isDerivedLanguage, isLanguage, type Language } from "#app/platform/languages.ts";

import { asWritten, withOutline, withTitles } from "./folder-edits.ts";

/**
 * A version of a course as a folder: the files that it was read from, with the outline, titles and packages that
 * trainers have added in the browser since. Its quizzes are as the folder brought them (`withBank` adds what became of
 * them).
 */
export async function versionFolder(version: PublishedCourse): Promise<FolderParts> {
  const parts: FolderParts = new Map();
  for (const { path, sha256, bytes } of await listCourseFiles(version.versionId)) {
    parts.set(path, { path, key: packageBlobKey(sha256), sha256, bytes });
  }
  await addPackages(parts, version.versionId);
  await (parts.has("course.yaml") ? addChanges : writeFiles)(parts, version);
  return parts;
}

/** Reads a text of a folder; null when it has no such file. */
export async function textOfPart(parts: FolderParts, path: string): Promise<string | null> {
  const part = parts.get(path);
  if (!part) return null;
  return "text" in part ? part.text : (await readFile(part.key)).toString("utf8");
}

/** Packages that were uploaded in the browser, unpacked. */
async function addPackages(parts: FolderParts, versionId: string) {
  const rows = await db.coursePackage.findMany({
    where: { courseVersionId: versionId, packageVersion: { package: { origin: null } } },
    select: { name: true, packageVersionId: true },
  });
  for (const { name, packageVersionId } of rows) {
    // One that came with a draft may have been replaced since.
    for (const path of parts.keys()) if (path.startsWith(`packages/${name}/`)) parts.delete(path);
    const files = await db.packageFile.findMany({ where: { packageVersionId } });
    for (const { path: inside, sha256, bytes } of files) {
      const path = `packages/${name}/${inside}`;
      parts.set(path, { path, key: packageBlobKey(sha256), sha256, bytes: Number(bytes) });
    }
  }
}

async function addChanges(parts: FolderParts, { versionId, structure }: PublishedCourse) {
  const { outline, version, languages } = structure.course;
  const write = (path: string, before: string, text: string) => {
    if (text !== before) parts.set(path, { path, text });
  };
  const source = (await textOfPart(parts, "course.yaml")) as string;
  write("course.yaml", source, withOutline(source, outline, version));
  const added = outline.filter(isAdded).map(({ id }) => id);
  if (added.length === 0) return;
  for (const tag of languages.filter(isLanguage)) {
    const path = `text/${tag}.yaml`;
    const before = await textOfPart(parts, path);
    const text = await ownText(versionId, tag);
    if (before === null || text === null) continue;
    const titles = Object.fromEntries(
      added.flatMap((id) => (text.activities[id] ? [[id, text.activities[id].title]] : [])),
    );
    const base = baseOf(tag);
    const baseText = base && languages.includes(base) ? await textOfPart(parts, `text/${base}.yaml`) : null;
    write(path, before, withTitles(before, titles, baseText));
  }
}

function isAdded(activity: Activity): boolean {
  return (
    (activity.kind === "quiz" && activity.isAdded === true) ||
    (activity.kind === "package" && activity.isUploaded)
  );
}

/** A course that was made of one package in the browser has no files yet. */
async function writeFiles(parts: FolderParts, { versionId, structure }: PublishedCourse) {
  const { outline, ...course } = structure.course;
  const text = stringify({ ...course, outline: outline.map(asWritten) }, { lineWidth: 0 });
  parts.set("course.yaml", { path: "course.yaml", text });
  for (const tag of course.languages.filter(isLanguage)) {
    const own = await ownText(versionId, tag);
    if (own === null) continue;
    const path = `text/${tag}.yaml`;
    const { translation, course, activities, surveys } = own;
    const words = { ...(translation && { translation }), course, activities, surveys };
    parts.set(path, { path, text: stringify({ ...words, questions: {} }, { lineWidth: 0 }) });
  }
}

async function ownText(versionId: string, tag: Language): Promise<CourseText | null> {
  if (isDerivedLanguage(tag)) return null;
  const { text, isFallback } = await getCourseText(versionId, tag);
  return isFallback ? null : text;
}
