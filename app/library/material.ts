import { type Language, readingOrder, sourceOf } from "#app/platform/languages.ts";

import type { Activity, ActivityText } from "./course-format.ts";

/** What learners look at by themselves and then say so: a video, a file, a page elsewhere. */
export type Material = Extract<Activity, { kind: "video" | "file" | "link" }>;

export const materialKinds = ["video", "file", "link"] as const satisfies Material["kind"][];

export function isMaterial(activity: Activity): activity is Material {
  return (materialKinds as readonly string[]).includes(activity.kind);
}

/** The files of media/ that an activity names. */
export function mediaOfActivity(activity: Activity): string[] {
  if (activity.kind === "video") return [activity.video, ...Object.values(activity.captions)];
  return activity.kind === "file" ? Object.values(activity.files) : [];
}

/** Which of several, by language, a reader gets, and what it is in; null where there is none for her, not even in English. */
export function forReader(
  byLanguage: Record<string, string | undefined>,
  language: Language,
): { value: string; language: string } | null {
  const order = [language, sourceOf(language), ...readingOrder(language)];
  const tag = order.find((one) => one !== null && byLanguage[one]);
  return tag ? { value: byLanguage[tag] as string, language: tag } : null;
}

/** The transcripts of a video by language. */
export function transcriptsOf(
  texts: Iterable<readonly [string, { activities: Record<string, ActivityText> }]>,
  id: string,
): Record<string, string | undefined> {
  return Object.fromEntries([...texts].map(([tag, { activities }]) => [tag, activities[id]?.transcript]));
}
