import { canRemove, removeQuiz, requireTaughtQuiz } from "#app/assessment/quiz-editor.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { quizOf } from "#app/library/quiz-activity.ts";
import { db } from "#app/platform/db.server.ts";
import { ConflictError } from "#app/platform/errors.ts";
import type { Fields, FormErrors } from "#app/platform/form-fields.ts";

import { readSources } from "./course-sources.server.ts";
import { draftFolder, findDraft } from "./draft.server.ts";

/** Whether a quiz or assignment may be taken away for good. Throws like `requireTaughtQuiz`. */
export async function canRemoveQuiz(actor: Actor, courseSlug: string, slug: string): Promise<boolean> {
  const { course, row } = await requireTaughtQuiz(actor, courseSlug, slug);
  return (await canRemove(db, row, course)) && !(await isInDraft(actor, courseSlug, slug));
}

/**
 * Takes the form that takes a quiz or assignment away for good; what is wrong in it, or null when it is done. Throws like
 * `removeQuiz`, and ConflictError when the course's next version has a place for it.
 */
export async function submitQuizRemoval(
  actor: Actor,
  courseSlug: string,
  slug: string,
  { confirm }: Fields,
): Promise<FormErrors | null> {
  await requireTaughtQuiz(actor, courseSlug, slug);
  if (confirm !== "yes") return { confirm: "quizzes.removeUnconfirmed" };
  // Who puts it into the outline at this moment is told by the check before publication.
  if (await isInDraft(actor, courseSlug, slug)) throw new ConflictError("quizzes.inNextVersion");
  await removeQuiz(actor, courseSlug, slug);
  return null;
}

async function isInDraft(actor: Actor, courseSlug: string, slug: string): Promise<boolean> {
  const draft = await findDraft(actor, courseSlug);
  if (!draft) return false;
  const { course } = await readSources(await draftFolder(draft));
  return course.outline.some((activity) => quizOf(activity) === slug);
}
