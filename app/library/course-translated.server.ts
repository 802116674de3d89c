import { giveWay } from "#app/platform/give-way.server.ts";

import { activitiesIn, activityText } from "./activity-folder.server.ts";
import type { CourseStructure } from "./course-format.ts";
import { filePerLanguage, type TranslatedFile, translationsOf } from "./translation-source.server.ts";

type Outline = Pick<CourseStructure["course"], "languages" | "outline">;

/** Every translated file of a course folder: of each language its texts, its lessons, its activities. */
export async function translatedFilesIn(
  directory: string,
  { languages, outline }: Outline,
): Promise<TranslatedFile[]> {
  const texts = filePerLanguage(directory, { kind: "texts" }, (language) => `text/${language}.yaml`);
  const lessons = outline.flatMap((activity) =>
    activity.kind === "lesson"
      ? [
          filePerLanguage(
            directory,
            { kind: "lesson", id: activity.lesson },
            (language) => `lessons/${activity.lesson}/${language}.md`,
          ),
        ]
      : [],
  );
  const activities = activitiesIn(directory).map((activity) => activityText(directory, activity));
  const translated: TranslatedFile[] = [];
  for (const text of [texts, ...lessons, ...activities]) {
    translated.push(...translationsOf([text], languages));
    await giveWay();
  }
  return languages.flatMap((tag) => translated.filter(({ language }) => language === tag));
}
