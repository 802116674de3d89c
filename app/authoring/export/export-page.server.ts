import type { Actor } from "#app/identity/actor.ts";
import { isAdministrator } from "#app/identity/actor.ts";
import { requireTeaching } from "#app/library/course-team.server.ts";
import type { Language } from "#app/platform/languages.ts";

import { isRequired } from "./copied-course.ts";
import { courseContent } from "./course-content.server.ts";

/** What a copy of a course would hold in a language, and what not. Throws like `requireTeaching`. */
export async function exportPage(actor: Actor, courseSlug: string, language: Language) {
  const course = await requireTeaching(actor, courseSlug);
  const content = await courseContent(course, language);
  const isPartlyMissing = content.steps.some((step) => step.kind === "lesson" && step.isFallback);
  return {
    slug: course.slug,
    label: course.label,
    title: content.text.title,
    language,
    isAdministrator: isAdministrator(actor),
    isPartlyMissing: content.isFallback || isPartlyMissing,
    leftOut: content.leftOut,
    /** Otherwise all that is required is left out, or done elsewhere. */
    canBeCompleted: content.steps.some(isRequired),
  };
}
