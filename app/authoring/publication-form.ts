import { z } from "zod";

import { packageRules } from "#app/library/course-format.ts";
import type { PackageStandard } from "#app/library/package-structure.ts";
import { defaultLanguage, writtenLanguages } from "#app/platform/languages.ts";

import { titlesForm } from "./titles-form.ts";

/** The forms with which a package is published, for the browser and the server. */

const title = z.string().trim().min(1, "authoring.titleMissing").max(200, "authoring.titleLong");
const words = z.string().trim().min(1, "authoring.wordsMissing").max(4000, "authoring.wordsLong");
const optionalWords = z.string().trim().max(4000, "authoring.wordsLong").default("");

/** Made with the form: whoever sends it twice publishes once. */
const publication = z.uuid("authoring.formDamaged");

const rules = {
  minutes: z.coerce
    .number("authoring.minutesWrong")
    .int("authoring.minutesWrong")
    .min(1, "authoring.minutesWrong")
    .max(1000, "authoring.minutesWrong"),
  complete: z.enum(packageRules, "authoring.formDamaged").default("auto"),
  /** Empty for any number. */
  attempts: z
    .union([z.literal(""), z.coerce.number().int().min(1).max(100)], "authoring.attemptsWrong")
    .default("")
    .transform((value) => (value === "" ? null : value)),
  scoring: z.enum(["best", "last", "first"], "authoring.formDamaged").default("best"),
};

const checkbox = z
  .literal("yes")
  .optional()
  .transform((value) => value === "yes");

/** A package as a new activity of a course. */
export function activityForm(languages: readonly string[]) {
  return z
    .object({
      publication,
      ...rules,
      required: checkbox,
      /** The activity that it follows in the outline; empty for the first place. */
      place: z.string().default(""),
      after: z.array(z.string()).default([]),
      learners: z.enum(["stay", "move"], "authoring.learnersMissing"),
    })
    .and(titlesForm(languages));
}

/** A new version of a package in the place of the one that a course uses. */
export const replacementForm = z.object({
  publication,
  learners: z.enum(["stay", "restart"], "authoring.learnersMissing"),
});

/** What a course says of itself, in English. */
const courseWords = { title, summary: words, objectives: words, contentNote: words };

/** The same in another language, where what is left empty is shown in English. */
const furtherWords = {
  title: optionalWords.pipe(z.string().max(200, "authoring.titleLong")),
  summary: optionalWords,
  objectives: optionalWords,
  contentNote: optionalWords,
};

/** The languages beside English in which a course can be described. */
export const furtherLanguages = writtenLanguages.filter((tag) => tag !== defaultLanguage);

const furtherFields = Object.fromEntries(
  furtherLanguages.flatMap((tag) =>
    Object.entries(furtherWords).map(([name, field]) => [`${name}_${tag}`, field]),
  ),
) as Record<`${keyof typeof furtherWords}_${(typeof furtherLanguages)[number]}`, typeof optionalWords>;

/** A package as a course of its own. */
export const newCourseForm = z.object({ publication, ...rules, ...courseWords, ...furtherFields });

export type ActivityForm = z.infer<ReturnType<typeof activityForm>>;
export type ReplacementForm = z.infer<typeof replacementForm>;
export type NewCourseForm = z.infer<typeof newCourseForm>;

/** The completion rules that a standard can answer. */
export function rulesOf(standard: PackageStandard): (typeof packageRules)[number][] {
  return packageRules.filter((rule) => rule !== "all-interactions" || standard === "h5p");
}
