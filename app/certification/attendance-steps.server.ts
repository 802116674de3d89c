import type { Actor } from "#app/identity/actor.ts";
import { enterCodeIn, noteAttendanceIn, type Ticks } from "#app/live-sessions/attendance.server.ts";
import { requireSession } from "#app/live-sessions/learner-session.server.ts";
import { digitsOf } from "#app/live-sessions/session-code.ts";
import { requireTaughtSession } from "#app/live-sessions/taught-session.server.ts";
import { minutes } from "#app/platform/clock.ts";
import { serializable, serializableInLine } from "#app/platform/db.server.ts";
import type { FormErrors } from "#app/platform/form-fields.ts";
import { defaultLanguage } from "#app/platform/languages.ts";
import { rateLimit } from "#app/platform/rate-limit.server.ts";

import { completeCourse } from "./completion.server.ts";
import { requestCertificate } from "./learner-steps.server.ts";

/** Six digits can be guessed, though not with so few tries. */
const perPerson = rateLimit("session-code", 10, minutes(15));

/** For a thousand learners at once. */
const longestNoting = minutes(1);

/** Notes who was at a date; courses whose last rule is met by it are complete. Throws like `requireTaughtSession`. */
export async function noteAttendance(
  actor: Actor,
  courseSlug: string,
  { activityId, dateId }: { activityId: string; dateId: string },
  ticks: Ticks,
): Promise<void> {
  const { course } = await requireTaughtSession(actor, courseSlug, activityId, defaultLanguage);
  const key = { courseId: course.courseId, courseSlug: course.slug, activityId, dateId };
  const certificateIds = await serializable(async (tx) => {
    const ids: (string | null)[] = [];
    for (const enrolmentId of await noteAttendanceIn(tx, actor, key, ticks)) {
      ids.push(await completeCourse(tx, enrolmentId));
    }
    return ids;
  }, longestNoting);
  for (const id of certificateIds) await requestCertificate(id);
}

/**
 * Takes the code that is shown in the room: what is wrong with it, or null when the actor is noted as present. With the
 * last rule met the course is complete. Throws like `requireSession`.
 */
export async function enterSessionCode(
  actor: Actor,
  courseSlug: string,
  activityId: string,
  typed: string,
): Promise<FormErrors | null> {
  await requireSession(actor, courseSlug, activityId);
  const digits = digitsOf(typed);
  if (digits === "") return { code: "sessions.codeMissing" };
  if (!(await perPerson.consume(actor.id))) return { code: "sessions.tooManyTries" };
  const outcome = await serializableInLine(async (tx) => {
    const entered = await enterCodeIn(tx, actor, { courseSlug, activityId, digits });
    if ("refused" in entered) return entered;
    return { certificateId: await completeCourse(tx, entered.enrolmentId) };
  });
  if ("refused" in outcome) return { code: outcome.refused };
  await requestCertificate(outcome.certificateId);
  return null;
}
