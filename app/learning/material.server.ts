import type { Actor } from "#app/identity/actor.ts";
import { isMaterial, type Material } from "#app/library/material.ts";
import { materialView } from "#app/library/material-view.server.ts";
import { getCourseText } from "#app/library/published-course.server.ts";
import { db, type Transaction } from "#app/platform/db.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import type { Language } from "#app/platform/languages.ts";

import { enrolmentOf, type LearnerEnrolment } from "./enrolment.server.ts";
import { notePageOpened, timeLeft } from "./minimum-time.server.ts";
import { requireOpen } from "./open-step.ts";
import { pathOf } from "./path.ts";
import { markCompleted, markStarted, progressOf } from "./progress.server.ts";

/**
 * A video, file or page elsewhere for its learner; opening it begins it. Throws NotFoundError for any other activity,
 * ConflictError while it is locked.
 */
export async function openMaterial(actor: Actor, courseSlug: string, activityId: string, language: Language) {
  const enrolment = await enrolmentOf(actor, courseSlug);
  const { activity, isDone } = await requireMaterial(enrolment, activityId);
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
    isDone,
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
  const { activity } = await requireMaterial(enrolment, activityId, tx);
  const left = await timeLeft(enrolment, activity, tx);
  if (left === 0) await markCompleted(tx, enrolment.id, activityId);
  return left;
}

async function requireMaterial(
  enrolment: LearnerEnrolment,
  activityId: string,
  client: Transaction = db,
): Promise<{ activity: Material; isDone: boolean }> {
  const steps = pathOf(enrolment.course.structure, await progressOf(enrolment.id, client));
  const step = steps.find(({ activity }) => activity.id === activityId);
  if (!step || !isMaterial(step.activity)) throw new NotFoundError();
  requireOpen(step);
  return { activity: step.activity, isDone: step.state === "done" };
}
