import { parse } from "yaml";

import { type Activity, courseFile } from "#app/library/course-format.ts";
import type { FolderParts } from "#app/library/folder-part.ts";
import { baseOf, type WrittenLanguage, writtenLanguages } from "#app/platform/languages.ts";

import { withOutline } from "./folder-edits.ts";
import { textOfPart } from "./version-folder.server.ts";

/** The YAML of a course's folder that speaks of its activities: course.yaml, and the texts in each language. */
export type CourseSources = {
  yaml: string;
  course: ReturnType<typeof courseFile.parse>;
  texts: Map<WrittenLanguage, string>;
};

export async function readSources(parts: FolderParts): Promise<CourseSources> {
  const yaml = (await textOfPart(parts, "course.yaml")) ?? "";
  const course = courseFile.parse(parse(yaml));
  const texts: CourseSources["texts"] = new Map();
  // In this order a language stands after the one that it is based on.
  for (const tag of writtenLanguages.filter((language) => course.languages.includes(language))) {
    texts.set(tag, (await textOfPart(parts, `text/${tag}.yaml`)) ?? "");
  }
  return { yaml, course, texts };
}

/** What one language says after an edit; `base` is the text that it says only the differences from. */
type TextEdit = (source: string, language: WrittenLanguage, base: string | null) => string;

/** The folder with another outline, and texts that `text` has edited in each language. */
export function withSources(
  parts: FolderParts,
  { yaml, course, texts }: CourseSources,
  { outline, text }: { outline?: Activity[]; text?: TextEdit },
): FolderParts {
  const next: FolderParts = new Map(parts);
  const write = (path: string, before: string, after: string) => {
    if (after !== before) next.set(path, { path, text: after });
    return after;
  };
  if (outline) write("course.yaml", yaml, withOutline(yaml, outline, course.version));
  const edited = new Map<string, string>();
  for (const [tag, source] of text ? texts : []) {
    const base = edited.get(baseOf(tag) ?? "") ?? null;
    edited.set(tag, write(`text/${tag}.yaml`, source, text?.(source, tag, base) ?? source));
  }
  return next;
}
