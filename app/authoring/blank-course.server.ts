import { stringify } from "yaml";

import { roleSectors } from "#app/library/role-sectors.ts";
import type { FolderParts } from "#app/library/folder-part.ts";
import { baseOf, type WrittenLanguage } from "#app/platform/languages.ts";
import { i18nFor } from "#app/platform/messages.server.ts";

import { startOfLesson } from "./outline-additions.server.ts";

/** Its only activity. */
export const blankLesson = "first-lesson";

/** The folder of a course with one lesson of one page, whose words say what to write in their place. */
export function blankCourse(slug: string, title: string, languages: readonly WrittenLanguage[]): FolderParts {
  const course = {
    id: slug,
    version: "0.1.0",
    languages,
    audience: roleSectors,
    hours: 0.5,
    outline: [{ id: blankLesson, kind: "lesson", lesson: blankLesson, minutes: 10, required: true }],
    sources: {},
  };
  const files: [string, string][] = [["course.yaml", yaml(course)]];
  for (const tag of languages) {
    const base = baseOf(tag);
    if (base && languages.includes(base)) {
      files.push([`text/${tag}.yaml`, yaml({ course: { title } })]);
      continue;
    }
    files.push([`text/${tag}.yaml`, yaml(textsIn(tag, title))]);
    files.push([`lessons/${blankLesson}/${tag}.md`, startOfLesson(tag)]);
  }
  return new Map(files.map(([path, text]) => [path, { path, text }]));
}

function textsIn(tag: WrittenLanguage, title: string) {
  const { t } = i18nFor(tag);
  return {
    course: {
      title,
      summary: t("outline.startSummary"),
      contentNote: t("outline.startContentNote"),
      objectives: [t("outline.startObjective")],
    },
    activities: { [blankLesson]: { title: t("outline.startLesson") } },
    questions: {},
  };
}

function yaml(value: unknown): string {
  return stringify(value, { lineWidth: 0 });
}
