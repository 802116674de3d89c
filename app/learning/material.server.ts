import type { Actor } from "#app/identity/actor.ts";
import { materialKinds } from "#app/library/material.ts";
import { materialView } from "#app/library/material-view.server.ts";
import { getCourseText } from "#app/library/published-course.server.ts";
import { db, type Transaction } from "#app/platform/db.server.ts";
import type { Language } from "#app/platform/languages.ts";

import { enrolmentOf, type LearnerEnrolment } from "./enrolment.server.ts";
import { notePageOpened, timeLeft } from "./minimum-time.server.ts";
import { markCompleted, markStarted, requireOpenActivity, requireOpenStep } from "./progress.server.ts";

/**
 * A video, file or page elsewhere for its learner; opening it begins it. Throws like `requireOpenActivity`.
 */
export async function openMaterial(actor: Actor, courseSlug: string, activityId: string, language: Language) {
  const enrolment = await enrolmentOf(actor, courseSlug);
  const { activity, state } = await requireOpenStep(enrolment, activityId, materialKinds);
  const { course } = enrolment;
  await markStarted(db, enrolment.id, activityId);
  await notePageOpened(enrolment, activity);
  const { text, isFallback } = await getCourseText(course.versionId, language);
  return {
    courseSlug,
    courseTitle: text.course.title,
    isFallback,
    activityId,
    minutes: activity.minutes,
    view: await materialView(course, activity, language),
    isDone: state === "done",
    minimumMinutes: activity.minimumMinutes ?? null,
    secondsLeft: await timeLeft(enrolment, activity),
  };
}

/** Completes a material unless some of its minimum time is left, in seconds. Throws like `openMaterial`. */
export async function completeMaterial(
  tx: Transaction,
  enrolment: LearnerEnrolment,
  activityId: string,
): Promise<number> {
  const activity = await requireOpenActivity(enrolment, activityId, materialKinds, tx);
  const left = await timeLeft(enrolment, activity, tx);
  if (left === 0) await markCompleted(tx, enrolment.id, activityId);
  return left;
}
