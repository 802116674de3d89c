import type { QuizSettings } from "#app/library/quiz-format.ts";

import { type Allowance, datesFor, minutesFor } from "./attempt-deadline.ts";

/**
 * What a learner has done at a quiz so far; the open attempt has no `submittedAt`, and of one that a person has still to
 * grade `isPassed` is null.
 */
export type PastAttempt = { number: number; submittedAt: Date | null; isPassed?: boolean | null };

export type Availability = {
  /** start: a first or further attempt may begin; continue: one is open. */
  can: "start" | "continue" | null;
  /** Why none may begin; null when one may. */
  reason:
    | { kind: "notYet"; opensAt: Date }
    | { kind: "closed"; closedAt: Date }
    | { kind: "passed" }
    /** What was handed in waits for the person who grades it. */
    | { kind: "waiting" }
    | { kind: "noneLeft" }
    | { kind: "wait"; until: Date }
    | null;
  openNumber: number | null;
  /** With those given to this learner; null: any number. */
  attemptsAllowed: number | null;
  /** Not counting the open one. */
  attemptsLeft: number | null;
  opensAt: Date | null;
  closesAt: Date | null;
  /** Of the time limit, with this learner's extra time; null without a limit. */
  minutes: number | null;
};

type Rules = Pick<
  QuizSettings,
  "mode" | "attempts" | "waitMinutes" | "opensAt" | "closesAt" | "timeLimitMinutes"
>;

/** Whether a learner may begin an attempt or go on with one at a moment, and if not, why. A quiz closes at its closing time, not after it. */
export function availabilityOf(
  settings: Rules,
  allowance: Allowance,
  { attempts, isPassed, now }: { attempts: PastAttempt[]; isPassed: boolean; now: Date },
): Availability {
  const { opensAt, closesAt } = datesFor(settings, allowance);
  const allowed = attemptsAllowed(settings, allowance);
  const open = attempts.find(({ submittedAt }) => submittedAt === null);
  const left = allowed === null ? null : Math.max(0, allowed - attempts.length);
  const reason = reasonAgainst(settings, { opensAt, closesAt, attempts, isPassed, now, left });
  return {
    can: open ? "continue" : reason ? null : "start",
    reason: open ? null : reason,
    openNumber: open?.number ?? null,
    attemptsAllowed: allowed,
    attemptsLeft: left,
    opensAt,
    closesAt,
    minutes: minutesFor(settings, allowance),
  };
}

/** How many attempts a learner has in all; null without a limit. */
export function attemptsAllowed(
  { attempts }: Pick<QuizSettings, "attempts">,
  { extraAttempts }: Pick<Allowance, "extraAttempts">,
): number | null {
  return attempts === undefined ? null : attempts + extraAttempts;
}

function isWaiting({ submittedAt, isPassed }: PastAttempt): boolean {
  return submittedAt !== null && isPassed === null;
}

function reasonAgainst(
  { mode, waitMinutes }: Rules,
  at: {
    opensAt: Date | null;
    closesAt: Date | null;
    attempts: PastAttempt[];
    isPassed: boolean;
    now: Date;
    left: number | null;
  },
): Availability["reason"] {
  const counts = mode === "test" || mode === "assignment";
  if (counts && at.isPassed && at.attempts.length > 0) return { kind: "passed" };
  if (mode === "assignment" && at.attempts.some(isWaiting)) return { kind: "waiting" };
  if (at.closesAt && at.now >= at.closesAt) return { kind: "closed", closedAt: at.closesAt };
  if (at.left === 0) return { kind: "noneLeft" };
  if (at.opensAt && at.now < at.opensAt) return { kind: "notYet", opensAt: at.opensAt };
  const ends = at.attempts.flatMap(({ submittedAt }) => (submittedAt ? [submittedAt.getTime()] : []));
  const until = new Date(Math.max(...ends) + waitMinutes * 60_000);
  return ends.length > 0 && at.now < until ? { kind: "wait", until } : null;
}
