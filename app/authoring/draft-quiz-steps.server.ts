import type { Actor } from "#app/identity/actor.ts";
import { quizOf } from "#app/library/quiz-activity.ts";

import { readSources } from "./course-sources.server.ts";
import { draftFolder, findDraft } from "./draft.server.ts";

/**
 * Where the quizzes and assignments of a course stand in the outline of its draft: place, from 1, by the quiz's slug;
 * empty when there is no draft. Throws like `requireTeaching`.
 */
export async function quizStepsInDraft(actor: Actor, courseSlug: string): Promise<Record<string, number>> {
  const draft = await findDraft(actor, courseSlug);
  if (!draft) return {};
  const { course } = await readSources(await draftFolder(draft));
  return Object.fromEntries(
    course.outline.flatMap((activity, index) => {
      const slug = quizOf(activity);
      return slug ? [[slug, index + 1]] : [];
    }),
  );
}
