import type { Actor } from "#app/identity/actor.ts";
import { getCourseText } from "#app/library/published-course.server.ts";
import type { Language } from "#app/platform/languages.ts";

import { type Draft, requireDraft } from "./draft.server.ts";

/** What every page of the workbench is called by. Throws like `requireDraft`. */
export async function workbenchHead(actor: Actor, courseSlug: string, readerLanguage: Language) {
  return headOf(await requireDraft(actor, courseSlug), readerLanguage);
}

export async function headOf({ course }: Draft, readerLanguage: Language) {
  const { text } = await getCourseText(course.versionId, readerLanguage);
  return { slug: course.slug, courseTitle: text.course.title };
}
