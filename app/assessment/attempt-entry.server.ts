import { createHash, timingSafeEqual } from "node:crypto";

import type { Actor } from "#app/identity/actor.ts";
import { minutes } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { TooManyRequestsError } from "#app/platform/errors.ts";
import type { FormErrors } from "#app/platform/form-fields.ts";
import { rateLimit } from "#app/platform/rate-limit.server.ts";

import { openQuiz, startAttempt } from "./attempt.server.ts";

/** What a learner gives to be let in; both are asked for only where the quiz asks for them. */
export type Entry = { accessCode: string; isHonest: boolean };

const codeTries = rateLimit("access-code", 10, minutes(15));

/**
 * Begins an attempt for a learner who has given what the quiz asks for; who has one open goes on with it without being
 * asked again. Errors belong to fields. Throws like `startAttempt`, and TooManyRequestsError after too many codes.
 */
export async function beginAttempt(
  actor: Actor,
  courseSlug: string,
  activityId: string,
  entry: Entry,
): Promise<{ number: number; errors: null } | { number: null; errors: FormErrors }> {
  const { enrolment, quiz } = await openQuiz(actor, courseSlug, activityId);
  const open = await db.attempt.findFirst({
    where: { enrolmentId: enrolment.id, quizId: quiz.id, submittedAt: null },
    select: { number: true },
  });
  if (open) return { number: open.number, errors: null };
  const { accessCode, honestyStatement } = quiz.settings;
  const errors: FormErrors = {};
  if (honestyStatement && !entry.isHonest) errors.isHonest = "quiz.honestyMissing";
  if (accessCode !== undefined && !(await isRightCode(enrolment.id, quiz.id, accessCode, entry.accessCode))) {
    errors.accessCode = "quiz.codeWrong";
  }
  if (Object.keys(errors).length > 0) return { number: null, errors };
  return { ...(await startAttempt(actor, courseSlug, activityId)), errors: null };
}

async function isRightCode(enrolmentId: string, quizId: string, wanted: string, given: string) {
  if (given.trim() === "") return false;
  const key = `${enrolmentId}/${quizId}`;
  if (!(await codeTries.consume(key))) throw new TooManyRequestsError("quiz.tooManyCodes");
  // Digests have one length, so that comparing them tells nothing of the code, nor of how long it is.
  const digest = (text: string) => createHash("sha256").update(text.trim()).digest();
  const isRight = timingSafeEqual(digest(wanted), digest(given));
  if (isRight) await codeTries.reset(key);
  return isRight;
}
