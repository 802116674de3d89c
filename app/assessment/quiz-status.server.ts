import type { Actor } from "#app/identity/actor.ts";
import { closedFor, isGoingOn } from "#app/learning/enrolment.server.ts";
import { listTrainerContacts } from "#app/library/course-team.server.ts";
import { clock } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import type { Language } from "#app/platform/languages.ts";

import { allowanceOf } from "./allowance.server.ts";
import { attemptHeading } from "./attempt-heading.server.ts";
import { openQuiz } from "./attempt.server.ts";
import { availabilityOf } from "./availability.ts";
import { questionCountOf, withBlueprint } from "./quiz-content.server.ts";
import { canBeFailed } from "./outcome.ts";
import { markedAttempt, quizOutcome } from "./quiz-outcome.server.ts";
import { feedbackRule, tellsPoints } from "./shown-feedback.ts";

/** What a learner sees before an attempt: the rules as they are for her, what she has done, what is left. */
export async function quizStatus(actor: Actor, courseSlug: string, activityId: string, language: Language) {
  const open = await openQuiz(actor, courseSlug, activityId);
  const { quiz, enrolment } = open;
  const { settings } = quiz;
  const attempts = await db.attempt.findMany({
    where: { enrolmentId: enrolment.id, quizId: quiz.id },
    orderBy: { number: "asc" },
  });
  const outcome = await quizOutcome(db, enrolment.id, quiz);
  const isPassed = outcome?.isPassed ?? false;
  const available = availabilityOf(settings, await allowanceOf(db, enrolment.id, quiz.id), {
    attempts,
    isPassed,
    now: clock.now(),
  });
  const { can, reason, openNumber, attemptsAllowed, attemptsLeft, minutes, opensAt, closesAt } = available;
  return {
    ...(await attemptHeading(open, language)),
    mode: settings.mode,
    questionCount: await questionCountOf(quiz),
    isDrawn: (await withBlueprint(quiz)).settings.draw !== undefined,
    passMark: settings.passMark,
    canBeFailed: canBeFailed(settings),
    tellsPoints: tellsPoints(settings),
    hasCritical: settings.criticalMustBeRight,
    scoring: settings.scoring,
    waitMinutes: settings.waitMinutes,
    canGoBack: settings.canGoBack,
    feedback: feedbackRule(settings),
    needsCode: settings.accessCode !== undefined,
    needsHonesty: settings.honestyStatement,
    // A course that is not offered any more takes no new attempts.
    can: can === "start" && !isGoingOn(closedFor(enrolment)) ? null : can,
    reason,
    openNumber,
    attemptsAllowed,
    attemptsLeft,
    minutes,
    opensAt,
    closesAt,
    isPassed,
    /** Of all attempts by the quiz's scoring, where that is more than one of them. */
    countedPercent: settings.scoring === "best" ? null : (outcome?.percent ?? null),
    attempts: attempts.flatMap((attempt) =>
      attempt.submittedAt
        ? [
            {
              ...markedAttempt(attempt),
              submittedAt: attempt.submittedAt,
              isWaiting: attempt.isPassed === null,
            },
          ]
        : [],
    ),
    contacts: reason?.kind === "noneLeft" ? await listTrainerContacts(enrolment.course.courseId) : [],
  };
}
