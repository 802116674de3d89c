import { readFileSync } from "node:fs";
import { join } from "node:path";

import { parse } from "yaml";

import { type SurveyText, surveyText } from "#app/library/course-format.ts";
import { withOverrides } from "#app/library/overrides.ts";
import { baseOf, type WrittenLanguage } from "#app/platform/languages.ts";

const folder = join(process.cwd(), "app/authoring/templates/survey");

/** The questions of the survey at the end of a course: as a file of its folder, which begins with the survey's id. */
export function standardSurvey(): string {
  return readFileSync(join(folder, "structure.yaml"), "utf8");
}

/** What the survey says in a language. */
export function standardSurveyText(language: WrittenLanguage): SurveyText {
  const base = baseOf(language);
  const own: unknown = parse(readFileSync(join(folder, `${language}.yaml`), "utf8"));
  return surveyText.parse(base ? withOverrides(standardSurveyText(base), own) : own);
}
