/**
 * `npm run courses:translated -- <file> …` notes in translated files of courses, of the notes on jurisdictions (there
 * also `<file>:<language>`) and of the words that activities share, that they have caught up with their source as it is
 * now; `-- --all` in all of them.
 */
import { existsSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

import { sharedWordsIn } from "#app/library/activity-folder.server.ts";
import { checkSharedWords } from "#app/library/activity-translations.server.ts";
import { courseFoldersIn } from "#app/library/course-folder.server.ts";
import { courseFile } from "#app/library/course-format.ts";
import { translatedFilesIn } from "#app/library/course-translated.server.ts";
import { jurisdictionFolderIn, readJurisdictionFolder } from "#app/library/jurisdiction-folder.server.ts";
import { recordSource } from "#app/library/translation-record.server.ts";
import type { TranslatedFile } from "#app/library/translation-source.server.ts";
import { readYaml } from "#app/library/yaml-file.server.ts";

const courses = join(import.meta.dirname, "..", "courses");
const given = process.argv.slice(2);
const isForAll = given.includes("--all");
const wanted = new Set(given.filter((name) => name !== "--all").map((name) => resolve(name)));
const courseFolders = isForAll
  ? courseFoldersIn(courses)
  : new Set([...wanted].flatMap((path) => courseFolderAbove(path) ?? []));

const found = new Set<string>();
let changed = 0;
for (const directory of courseFolders) note(directory, await translatedInCourse(directory));
const notes = jurisdictionFolderIn(courses);
if (notes) note(notes, readJurisdictionFolder(notes).translated);
for (const shared of sharedWordsIn(courses)) note(shared.directory, checkSharedWords(shared).translated);

const unknown = [...wanted].filter((name) => !found.has(name));
for (const path of unknown) console.log(`${relative(".", path)}  This is no translated file of a course.`);
console.log(
  given.length === 0
    ? "Name the files, or write --all."
    : `${changed} ${changed === 1 ? "translation" : "translations"} noted.`,
);
process.exit(given.length === 0 || unknown.length > 0 ? 1 : 0);

function note(directory: string, translations: TranslatedFile[]) {
  for (const translated of translations) {
    const path = join(directory, translated.file);
    const names = [path, `${path}:${translated.language}`].filter((name) => wanted.has(name));
    for (const name of names) found.add(name);
    if (names.length === 0 && !isForAll) continue;
    if (!recordSource(directory, translated)) continue;
    changed += 1;
    console.log(`${relative(".", path)} (${translated.language})`);
  }
}

async function translatedInCourse(directory: string): Promise<TranslatedFile[]> {
  const { value } = readYaml(directory, "course.yaml", courseFile);
  return value ? translatedFilesIn(directory, value) : [];
}

function courseFolderAbove(path: string): string | null {
  const folder = dirname(path);
  if (folder === path) return null;
  return existsSync(join(folder, "course.yaml")) ? folder : courseFolderAbove(folder);
}
