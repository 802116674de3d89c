import type { CourseStructure, CourseText, PackageActivity } from "#app/library/course-format.ts";
import { roleSectors } from "#app/library/role-sectors.ts";
import type { WrittenLanguage } from "#app/platform/languages.ts";

import { linesOf } from "./lines.ts";
import { furtherLanguages, type NewCourseForm } from "./publication-form.ts";

/** The structure of a course that consists of one package. */
export function structureOfOne(
  slug: string,
  activity: PackageActivity,
  languages: WrittenLanguage[],
): CourseStructure {
  return {
    course: {
      id: slug,
      version: "1.0.0",
      languages,
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

/** Its texts in English and in each language that something is given in; where a part is not, the English stands. */
export function textsOfOne(id: string, form: NewCourseForm): Map<WrittenLanguage, CourseText> {
  const texts = new Map<WrittenLanguage, CourseText>([["en", textOf(id, form)]]);
  for (const tag of furtherLanguages) {
    const given = {
      title: form[`title_${tag}`],
      summary: form[`summary_${tag}`],
      objectives: form[`objectives_${tag}`],
      contentNote: form[`contentNote_${tag}`],
    };
    if (Object.values(given).every((words) => words === "")) continue;
    texts.set(
      tag,
      textOf(id, {
        title: given.title || form.title,
        summary: given.summary || form.summary,
        objectives: given.objectives || form.objectives,
        contentNote: given.contentNote || form.contentNote,
      }),
    );
  }
  return texts;
}

type CourseWords = Pick<NewCourseForm, "title" | "summary" | "objectives" | "contentNote">;

function textOf(id: string, { title, summary, objectives, contentNote }: CourseWords): CourseText {
  return {
    course: { title, summary, contentNote, objectives: linesOf(objectives) },
    activities: { [id]: { title } },
    surveys: {},
  };
}
