import type { QuizSettings } from "#app/library/quiz-format.ts";

/** What one learner is given beyond a quiz's settings. `null`: as for everybody. */
export type Allowance = {
  /** Percent of the time limit on top of it: 25 makes 40 minutes 50. */
  extraPercent: number;
  extraMinutes: number;
  extraAttempts: number;
  opensAt: Date | null;
  closesAt: Date | null;
};

export const noAllowance: Allowance = {
  extraPercent: 0,
  extraMinutes: 0,
  extraAttempts: 0,
  opensAt: null,
  closesAt: null,
};

/** What is given for all quizzes and what is given for this one, as one: attempts add up, else the quiz's own goes first. */
export function combinedAllowance(general: Allowance | null, own: Allowance | null): Allowance {
  if (!general || !own) return own ?? general ?? noAllowance;
  const time = own.extraPercent > 0 || own.extraMinutes > 0 ? own : general;
  return {
    extraPercent: time.extraPercent,
    extraMinutes: time.extraMinutes,
    extraAttempts: general.extraAttempts + own.extraAttempts,
    opensAt: own.opensAt ?? general.opensAt,
    closesAt: own.closesAt ?? general.closesAt,
  };
}

/** Minutes that this learner has for an attempt, her extra time included; null without a limit. */
export function minutesFor(
  settings: Pick<QuizSettings, "timeLimitMinutes">,
  allowance: Allowance,
): number | null {
  if (settings.timeLimitMinutes === undefined) return null;
  return settings.timeLimitMinutes * (1 + allowance.extraPercent / 100) + allowance.extraMinutes;
}

/** When the quiz opens and closes for this learner; null: never closed on that side. */
export function datesFor(
  settings: Pick<QuizSettings, "opensAt" | "closesAt">,
  allowance: Allowance,
): { opensAt: Date | null; closesAt: Date | null } {
  return {
    opensAt: allowance.opensAt ?? instantOf(settings.opensAt),
    closesAt: allowance.closesAt ?? instantOf(settings.closesAt),
  };
}

/**
 * When a quiz closes for an attempt under way: as it did when the attempt began, or later if it closes later now. Nobody
 * loses time that she was told she has.
 */
export function closingUnderWay(atBeginning: string | undefined, now: string | undefined) {
  if (atBeginning === undefined || now === undefined) return undefined;
  return new Date(now) > new Date(atBeginning) ? now : atBeginning;
}

/**
 * The moment at which an attempt ends by itself: when its time is used up or the quiz closes, whichever comes first;
 * null when it may stay open. Answers given in time are taken for `graceSeconds` after it. It is worked out anew each
 * time, so that extra time reaches an attempt under way.
 */
export function deadlineOf(
  settings: Pick<QuizSettings, "timeLimitMinutes" | "closesAt" | "opensAt">,
  allowance: Allowance,
  startedAt: Date,
): Date | null {
  const minutes = minutesFor(settings, allowance);
  const ends = [
    minutes === null ? null : new Date(startedAt.getTime() + Math.round(minutes * 60_000)),
    datesFor(settings, allowance).closesAt,
  ].flatMap((end) => (end ? [end.getTime()] : []));
  return ends.length > 0 ? new Date(Math.min(...ends)) : null;
}

function instantOf(iso: string | undefined): Date | null {
  return iso === undefined ? null : new Date(iso);
}
