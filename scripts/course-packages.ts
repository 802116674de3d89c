/**
 * `npm run courses:packages [-- --zip <folder>]`: makes the packages that the courses bring from their sources and writes
 * them, unpacked, into packages/ of each course; with --zip also as archives for other systems.
 */
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

import { courseFoldersIn } from "#app/library/course-folder.server.ts";

import { writePackage, zipPackage } from "./course-packages/built-package.ts";
import { buildH5p } from "./course-packages/h5p.ts";
import { buildScorm } from "./course-packages/scorm.ts";

const builders = [buildH5p, buildScorm];
const { values } = parseArgs({ options: { zip: { type: "string" } } });

for (const folder of courseFoldersIn(join(import.meta.dirname, "..", "courses"))) {
  for (const build of builders) {
    for (const built of await build(folder)) {
      writePackage(folder, built);
      console.log(values.zip ? await zipPackage(resolve(values.zip), built) : built.name);
    }
  }
}
