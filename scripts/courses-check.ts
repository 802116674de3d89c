/** `npm run courses:check [folder …]`: every fault of every course with file, line and remedy. */
import { join, relative } from "node:path";

import { checkCourseFolder, courseFoldersIn } from "#app/library/course-folder.server.ts";
import { faultLine } from "#app/library/fault.ts";

const given = process.argv.slice(2);
const folders = given.length > 0 ? given : courseFoldersIn(join(import.meta.dirname, "..", "courses"));
let count = 0;
for (const folder of folders) {
  const faults = await checkCourseFolder(folder);
  count += faults.length;
  for (const fault of faults)
    console.log(faultLine({ ...fault, file: join(relative(".", folder), fault.file) }));
}
console.log(
  count === 0
    ? `${folders.length} ${folders.length === 1 ? "course is" : "courses are"} in order.`
    : `${count} ${count === 1 ? "fault" : "faults"}.`,
);
process.exit(count === 0 ? 0 : 1);
