import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { filePerLanguage, type TranslatedText } from "./translation-source.server.ts";

/** How an activity is made; the file that says what happens in it is named so. */
const activityKinds = ["conversation", "simulation"] as const;

export type ActivityKind = (typeof activityKinds)[number];
/** A folder of activities/, of which packages/<name>/ is made. */
export type ActivityFolder = { name: string; kind: ActivityKind };

/** The activities of a course's folder, by name. */
export function activitiesIn(directory: string): ActivityFolder[] {
  const folder = join(directory, "activities");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const kind = activityKinds.find((known) => existsSync(join(folder, name, `${known}.yaml`)));
      return kind ? [{ name, kind }] : [];
    });
}

export function activityText(directory: string, { name }: Pick<ActivityFolder, "name">): TranslatedText {
  const part = { kind: "package", id: name } as const;
  return filePerLanguage(directory, part, (language) => `activities/${name}/${language}.yaml`);
}

/** The words that all activities of one kind share. */
export type SharedWords = { kind: ActivityKind; directory: string };

/** Shared words inside the folder of all courses. */
export function sharedWordsIn(courses: string): SharedWords[] {
  return activityKinds
    .map((kind) => ({ kind, directory: join(courses, kind, "words") }))
    .filter(({ directory }) => existsSync(directory));
}

/** The shared words that are in the packages of a course; none when its folder stands alone. */
export function sharedWordsOf(directory: string): SharedWords[] {
  const kinds = activitiesIn(directory).map(({ kind }) => kind);
  return sharedWordsIn(join(directory, "..")).filter(({ kind }) => kinds.includes(kind));
}

export function sharedWordsText({ kind, directory }: SharedWords): TranslatedText {
  return filePerLanguage(directory, { kind: "words", id: kind }, (language) => `${language}.yaml`);
}
