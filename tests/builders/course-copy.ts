import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

import { type WrittenLanguage, writtenLanguages } from "#app/platform/languages.ts";

import { courseFolder, courseSlug } from "./course.ts";

/** A copy of the shipped course in `workshop`, in these languages: the fewer there are, the sooner it is read. */
export function courseCopy(workshop: string, languages: readonly WrittenLanguage[]): string {
  const folder = join(mkdtempSync(join(workshop, "c-")), courseSlug);
  cpSync(courseFolder, folder, {
    recursive: true,
    filter: (path) => {
      const language = languageOfFile(path);
      return language === null || languages.includes(language);
    },
  });
  const file = join(folder, "course.yaml");
  const course = readFileSync(file, "utf8");
  writeFileSync(file, course.replace(/^languages: .*$/m, `languages: [${languages.join(", ")}]`));
  return folder;
}

/** Of a lesson or of a course's text; null for what all languages share. */
export function languageOfFile(path: string): WrittenLanguage | null {
  const [name = ""] = basename(path).split(".");
  return writtenLanguages.find((language) => language === name) ?? null;
}
