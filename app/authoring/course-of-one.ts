import {
  type CourseStructure,
  type CourseText,
  type PackageActivity,
  roleSectors,
} from "#app/library/course-format.ts";
import type { Language } from "#app/platform/languages.ts";

import type { NewCourseForm } from "./publication-form.ts";

/** The structure of a course that consists of one package. */
export function structureOfOne(slug: string, activity: PackageActivity): CourseStructure {
  return {
    course: {
      id: slug,
      version: "1.0.0",
      languages: ["en", "sr-Cyrl"],
      audience: [...roleSectors],
      hours: activity.minutes / 60,
      certificate: { showScore: false },
      outline: [activity],
      sources: {},
      review: [],
    },
    surveys: {},
    lessons: {},
  };
}

/** Its texts; where the Serbian is not given, the English stands. */
export function textsOfOne(id: string, form: NewCourseForm): Map<Language, CourseText> {
  const textOf = (title: string, summary: string, objectives: string, contentNote: string): CourseText => ({
    course: { title, summary, contentNote, objectives: linesOf(objectives) },
    activities: { [id]: { title } },
    surveys: {},
  });
  return new Map([
    ["en", textOf(form.title, form.summary, form.objectives, form.contentNote)],
    [
      "sr-Cyrl",
      textOf(
        form.title_sr || form.title,
        form.summary_sr || form.summary,
        form.objectives_sr || form.objectives,
        form.contentNote_sr || form.contentNote,
      ),
    ],
  ]);
}

function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
}
