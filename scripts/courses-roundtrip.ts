/**
 * `npm run courses:roundtrip [-- <folder> …]`: whether courses survive their export. Each course, shipped or named, is
 * imported into a scratch database, exported as an archive, compared with its folder byte for byte, imported from the
 * archive into another database and exported again. Ends with 1 when a byte differs.
 */
import { createHash } from "node:crypto";
import { createWriteStream, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";

import { filesIn } from "#app/library/folder-files.server.ts";

import { withScratchDatabase } from "./scratch-database.ts";
import { root, setUp } from "./setup.js";
import { giveUp } from "./steps.js";

try {
  const folders = process.argv.slice(2).map((path) => resolve(path));
  await setUp({ withBuild: false });
  process.exit((await roundTrips(folders)) ? 0 : 1);
} catch (error) {
  giveUp(error);
}

function roundTrips(given: string[]): Promise<boolean> {
  return withScratchDatabase("roundtrip", async (directory) => {
    const { courseFoldersIn } = await import("#app/library/course-folder.server.ts");
    const { importCourse } = await import("#app/authoring/course-import.server.ts");
    const { newPerson } = await import("./packages-try/publish.ts");
    const { courseZip } = await import("#app/authoring/course-zip.server.ts");
    const { withCourseArchive } = await import("#app/library/course-archive.server.ts");
    const administrator = await newPerson("administrator");
    let isEqual = true;
    for (const folder of given.length > 0 ? given : courseFoldersIn(join(root, "courses"))) {
      const { slug } = await importCourse(folder);
      const path = join(directory, `${slug}.zip`);
      await pipeline((await courseZip(administrator, slug)).content, createWriteStream(path));
      const outcome = await withCourseArchive(path, `${slug}.zip`, async (unpacked) => ({
        differences: differences(folder, unpacked.directory),
        isNew: (await importCourse(unpacked.directory)).isNew,
      }));
      const problems =
        "refusal" in outcome
          ? [`the archive is refused: ${outcome.refusal.key}`]
          : [
              ...outcome.result.differences,
              ...(outcome.result.isNew ? ["imported again, it became a new version"] : []),
            ];
      console.log(
        problems.length > 0
          ? `✗ ${slug}: ${problems.join("; ")}`
          : `✓ ${slug}: ${filesIn(folder, ".").length} files, byte for byte`,
      );
      isEqual &&= problems.length === 0;
    }
    return isEqual;
  });
}

function differences(before: string, after: string): string[] {
  const [had, has] = [before, after].map((folder) => sums(folder));
  const paths = new Set([...(had?.keys() ?? []), ...(has?.keys() ?? [])]);
  return [...paths].filter((path) => had?.get(path) !== has?.get(path)).map((path) => `${path} differs`);
}

function sums(folder: string): Map<string, string> {
  return new Map(
    filesIn(folder, ".").map((path) => [
      path,
      createHash("sha256")
        .update(readFileSync(join(folder, path)))
        .digest("hex"),
    ]),
  );
}
