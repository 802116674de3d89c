import { readFileSync } from "node:fs";
import { join, sep } from "node:path";

import { filesIn } from "#app/library/folder-files.server.ts";
import type { FolderParts } from "#app/library/folder-part.ts";
import { type WrittenLanguage, writtenLanguages } from "#app/platform/languages.ts";

import { withLanguages } from "./folder-edits.ts";
import { blankCourse, blankLesson } from "./blank-course.server.ts";
import { withPackageAdded, withStandardSurvey } from "./outline-additions.server.ts";
import { withoutStep } from "./outline-changes.server.ts";
import { textOfPart } from "./version-folder.server.ts";

/** Courses to begin with. They are no courses of the installation, so they stand beside the code that copies them. */
const templates = join(process.cwd(), "app/authoring/templates");

/** The languages that the templates are written in. */
export const templateLanguages: readonly WrittenLanguage[] = writtenLanguages.filter((tag) => tag !== "cnr");

/**
 * The folder of a template, with the satisfaction survey, in these languages: a micro-course of 20 minutes (two lessons and
 * a quiz), or a blended course (a lesson, a live session, a lesson and a quiz).
 */
export async function templateCourse(
  name: "micro-course" | "blended",
  languages: readonly WrittenLanguage[],
): Promise<FolderParts> {
  const folder = join(templates, name);
  const parts: FolderParts = new Map();
  for (const file of filesIn(folder, ".")) {
    const path = file.split(sep).join("/");
    const [, tag] = /^(?:text|lessons\/[^/]+)\/([^/.]+)\./.exec(path) ?? [];
    if (tag && !languages.some((language) => language === tag)) continue;
    parts.set(path, { path, text: readFileSync(join(folder, file), "utf8") });
  }
  const path = "course.yaml";
  const source = (await textOfPart(parts, path)) ?? "";
  parts.set(path, { path, text: withLanguages(source, languages) });
  return withStandardSurvey(parts);
}

/** The folder of a course around one package: the package, which the certificate asks for, and the satisfaction survey. */
export async function packageCourse(
  slug: string,
  title: string,
  languages: readonly WrittenLanguage[],
  added: Parameters<typeof withPackageAdded>[1],
): Promise<FolderParts> {
  const blank = blankCourse(slug, title, languages);
  const begun = await withPackageAdded(blank, added);
  const alone = await withoutStep(begun, blankLesson);
  if ("errors" in alone) throw new Error("a course with a package has a step beside the first lesson");
  return withStandardSurvey(alone.parts);
}
