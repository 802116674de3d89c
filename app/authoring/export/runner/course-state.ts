import type { AnswerFields } from "#app/assessment/response.ts";
import { canBeFailed, type MarkedAttempt, type Outcome, outcomeOf } from "#app/assessment/outcome.ts";
import { isMaterial } from "#app/library/material.ts";
import { isCourseComplete, type PathStep, pathOf, type ProgressRow } from "#app/learning/path.ts";

import type { CourseData } from "./course-data.ts";

/** An attempt under way: the seed says what it asks. */
export type OpenAttempt = {
  seed: number;
  /** Form fields by position. */
  answers: Record<string, AnswerFields>;
  /** Positions whose feedback was shown: those answers stand. */
  told: number[];
};

export type QuizState = {
  /** Attempts that were submitted. */
  taken: number;
  /** Of them those that the outcome rests on. */
  counted: MarkedAttempt[];
  /** Keys that a post-test is to avoid. */
  asked: string[];
  open: OpenAttempt | null;
};

/** What a learner has done in an exported course; `at` is a page's file. */
export type CourseState = {
  at: string | null;
  read: Record<string, string[]>;
  quizzes: Record<string, QuizState>;
};

export const nothingDone: CourseState = { at: null, read: {}, quizzes: {} };
export const noAttempt: QuizState = { taken: 0, counted: [], asked: [], open: null };

export type Standing = {
  path: PathStep[];
  /** Required steps. */
  done: number;
  required: number;
  isComplete: boolean;
  /** Of the final test, 0 to 100; null before an attempt, or without one. */
  percent: number | null;
  /** Null before an attempt, and where there is nothing to pass. */
  isPassed: boolean | null;
  /** No attempt at the final test is left, and it is not passed. */
  isUsedUp: boolean;
};

/** Where a learner stands, by the same rules as on the site. */
export function standingOf(data: CourseData, state: CourseState): Standing {
  const rows = rowsOf(data, state);
  const path = pathOf(data.way, rows);
  const required = path.filter(({ activity }) => activity.required);
  const final = data.finalTest;
  const settings = final === null ? undefined : data.quizzes[final];
  const outcome = final === null ? null : outcomeIn(data, state, final);
  const taken = (final !== null && state.quizzes[final]?.taken) || 0;
  return {
    path,
    done: required.filter((step) => step.state === "done").length,
    required: required.length,
    isComplete: isCourseComplete(data.way, rows),
    percent: outcome && outcome.percent,
    isPassed: outcome && settings && canBeFailed(settings) ? outcome.isPassed : null,
    isUsedUp: Boolean(
      outcome && !outcome.isPassed && settings?.attempts !== undefined && taken >= settings.attempts,
    ),
  };
}

export function outcomeIn(data: CourseData, state: CourseState, activity: string): Outcome | null {
  const settings = data.quizzes[activity];
  return settings ? outcomeOf(settings, state.quizzes[activity]?.counted ?? []) : null;
}

/**
 * A quiz's state after an attempt. Of the attempts only what the outcome needs is kept: a learning platform may take no
 * more than 4,096 characters.
 */
export function afterAttempt(
  state: QuizState,
  settings: Parameters<typeof outcomeOf>[0],
  attempt: Omit<MarkedAttempt, "number">,
  asked: string[],
): QuizState {
  const number = state.taken + 1;
  const all = [...state.counted, { number, ...attempt }];
  const outcome = outcomeOf(settings, all);
  const counted = settings.scoring === "mean" ? all : all.filter((one) => one.number === outcome?.number);
  return { taken: number, counted, asked, open: null };
}

// Rows of progress have times; here only whether there is one matters.
const sometime = new Date(0);

function rowsOf({ way, quizzes }: CourseData, state: CourseState): ProgressRow[] {
  return way.course.outline.flatMap((activity): ProgressRow[] => {
    const { id } = activity;
    const row = { activityId: id, position: null, startedAt: sometime, outcome: null, secondsSpent: 0 };
    if (activity.kind === "lesson") {
      const pagesRead = state.read[id] ?? [];
      const pages = way.lessons[activity.lesson]?.pages ?? [];
      const isDone = pages.every((page) => pagesRead.includes(page));
      return pagesRead.length > 0
        ? [{ ...row, pagesRead, completedAt: isDone && pages.length > 0 ? sometime : null }]
        : [];
    }
    // Its one page has no name.
    if (isMaterial(activity))
      return state.read[id]?.includes("") ? [{ ...row, pagesRead: [], completedAt: sometime }] : [];
    const quiz = state.quizzes[id];
    const settings = quizzes[id];
    if (!quiz || !settings) return [];
    const isDone = outcomeOf(settings, quiz.counted)?.isPassed ?? false;
    return [{ ...row, pagesRead: [], completedAt: isDone ? sometime : null }];
  });
}
