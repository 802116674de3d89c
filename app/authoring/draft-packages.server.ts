import type { FolderParts } from "#app/library/folder-part.ts";
import type { PublishedCourse } from "#app/library/published-course.server.ts";
import { db } from "#app/platform/db.server.ts";

import { versionFolder } from "./version-folder.server.ts";

async function packagesOf(courseVersionId: string): Promise<Map<string, string>> {
  const rows = await db.coursePackage.findMany({ where: { courseVersionId } });
  return new Map(rows.map(({ name, packageVersionId }) => [name, packageVersionId]));
}

/** Packages of which the draft has changed no file stay the versions they are, with what learners did in them. */
export async function unchangedPackages(
  draft: FolderParts,
  course: PublishedCourse,
): Promise<Map<string, string>> {
  const packages = await packagesOf(course.versionId);
  const [before, after] = [filesByPackage(await versionFolder(course)), filesByPackage(draft)];
  return new Map([...packages].filter(([name]) => before.get(name) === after.get(name)));
}

/** Names and content of each package's files, in one line. */
function filesByPackage(parts: FolderParts): Map<string, string> {
  const files = new Map<string, string>();
  for (const part of [...parts.values()].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const [, name] = /^packages\/([^/]+?)(?:\/|\.zip$|\.h5p$)/.exec(part.path) ?? [];
    if (name === undefined) continue;
    const line = `${part.path} ${"text" in part ? part.text : part.sha256}\n`;
    files.set(name, (files.get(name) ?? "") + line);
  }
  return files;
}
