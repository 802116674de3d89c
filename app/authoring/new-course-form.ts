import { z } from "zod";

import { defaultLanguage, type WrittenLanguage, writtenLanguages } from "#app/platform/languages.ts";

/** The ways to begin a course. */
export const courseWays = ["blank", "template", "blended", "package", "copy", "archive"] as const;

export type CourseWay = (typeof courseWays)[number];

/** Made with the form: whoever sends it twice makes one course. */
const publication = z.uuid("authoring.formDamaged");
export const courseTitle = z.string().trim().min(1, "authoring.titleMissing").max(200, "authoring.titleLong");

/** Of a title and languages: English, to which the others fall back, and the boxes that were ticked. */
export const titledCourseForm = z
  .object({ publication, title: courseTitle })
  .loose()
  .transform(({ publication: id, title: given, ...fields }) => ({
    publication: id,
    title: given,
    languages: writtenLanguages.filter(
      (tag): tag is WrittenLanguage => tag === defaultLanguage || fields[`language_${tag}`] === "yes",
    ),
  }));

/** A copy of a course, by its address. */
export const copiedCourseForm = z.object({
  publication,
  title: courseTitle,
  course: z.string().min(1, "outline.courseMissing"),
});

export const archivedCourseForm = z.object({ publication });
