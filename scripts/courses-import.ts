/** `npm run courses:import [folder …]`: brings course folders into the database of DATABASE_URL. */
import { join } from "node:path";

import { importCourse, importCourses } from "#app/authoring/course-import.server.ts";
import type { FolderVersion } from "#app/library/folder-version.server.ts";

const given = process.argv.slice(2);
const reports: FolderVersion[] = [];
if (given.length === 0) reports.push(...(await importCourses(join(import.meta.dirname, "..", "courses"))));
for (const folder of given) reports.push(await importCourse(folder));
for (const { slug, label, number, isNew, isEditedHere } of reports) {
  const left = isEditedHere ? "not taken over: its trainers edit it in the browser" : "unchanged";
  console.log(`${slug} ${label}: ${isNew ? `imported as version ${number}` : left}`);
}
process.exit(0);
