import { type OutsideDays, outsideDays } from "#app/library/activity-days.ts";
import { certificateStepId } from "#app/library/certificate-step.ts";
import type { Activity, CourseStructure } from "#app/library/course-format.ts";
import { requiredIn, visibleOutline } from "#app/library/visible-outline.ts";
import { clock } from "#app/platform/clock.ts";

/** What the attempts at a quiz or assignment have come to, for the words that say why it is not complete. */
export type QuizOutcome = {
  /** 0 to 100; null before anything was graded. */
  bestPercent: number | null;
  /** Safety questions that were wrong in the best attempt. */
  criticalMissed: number;
  /** Null without a limit. */
  attemptsLeft: number | null;
  /** What was handed in for an assignment waits for the person who grades it. */
  isWaiting?: boolean;
};

/** What is known of one activity of one enrolment. */
export type ProgressRow = {
  activityId: string;
  /** Page of a lesson to resume at. */
  position: string | null;
  pagesRead: string[];
  startedAt: Date;
  completedAt: Date | null;
  outcome: QuizOutcome | null;
  /** How long its pages were open; 0 where nobody asks. */
  secondsSpent: number;
};

export type PathStep = {
  activity: Activity;
  state: "done" | "started" | "open" | "locked";
  /** Ids of the activities (or "certificate") that come first and are not done. */
  missing: string[];
  /** Why it is locked today whatever is done; null while its days allow it. */
  outside: OutsideDays | null;
  /** Of the minimum time; 0 where there is none, or it has passed. */
  secondsLeft: number;
  /** Pages of a lesson read and in all; 0 of 0 for other kinds. */
  pagesRead: number;
  pages: number;
  position: string | null;
  outcome: QuizOutcome | null;
};

/** What of a course's structure says which way leads through it. */
export type CourseWay = {
  course: Pick<CourseStructure["course"], "outline">;
  lessons: Record<string, Pick<CourseStructure["lessons"][string], "pages">>;
};

/**
 * The outline as learners see it, with the state of every activity at a moment, in order. What is done stays open,
 * whatever its days say.
 */
export function pathOf(structure: CourseWay, progress: ProgressRow[], now = clock.now()): PathStep[] {
  const rows = new Map(progress.map((row) => [row.activityId, row]));
  const isDone = (id: string) =>
    id === certificateStepId ? isCourseComplete(structure, progress) : Boolean(rows.get(id)?.completedAt);
  return visibleOutline(structure.course.outline).map((activity) => {
    const row = rows.get(activity.id);
    const missing = activity.after.filter((id) => !isDone(id));
    const pages = pagesOf(structure, activity);
    const outside = row?.completedAt ? null : outsideDays(activity, now);
    const isLocked = missing.length > 0 || outside !== null;
    return {
      activity,
      missing,
      outside,
      secondsLeft: secondsLeft(activity, row),
      state: row?.completedAt ? "done" : isLocked ? "locked" : row ? "started" : "open",
      pagesRead: pages.filter((page) => row?.pagesRead.includes(page)).length,
      pages: pages.length,
      position: row?.position ?? null,
      outcome: row?.outcome ?? null,
    };
  });
}

/** How much of an activity's minimum time is still to come. */
export function secondsLeft(
  activity: Activity,
  row: Pick<ProgressRow, "secondsSpent"> | null | undefined,
): number {
  const minimum = "minimumMinutes" in activity ? (activity.minimumMinutes ?? 0) * 60 : 0;
  return Math.max(0, minimum - (row?.secondsSpent ?? 0));
}

/**
 * Whether every completion rule of the course is met: all its required activities are completed. Where nothing is
 * required there is nothing to complete, whatever was done.
 */
export function isCourseComplete(structure: CourseWay, progress: ProgressRow[]): boolean {
  const done = new Set(progress.filter((row) => row.completedAt).map((row) => row.activityId));
  const required = requiredIn(structure.course.outline);
  return required.length > 0 && required.every(({ id }) => done.has(id));
}

export type OpenRule = {
  activityId: string;
  kind: Activity["kind"];
  reason:
    | "not-started"
    | "pages-left"
    | "quiz-not-passed"
    | "locked"
    | "not-answered"
    | "package-open"
    | "not-handed-in"
    | "waits-for-grading"
    | "assignment-not-passed"
    | "not-attended"
    | "time-left"
    | "not-yet-open"
    | "closed"
    | "not-seen";
  pagesLeft: number;
  missing: string[];
};

/** One entry for every completion rule of the course that is not met yet, in the order of the outline. */
export function whyIncomplete(structure: CourseWay, progress: ProgressRow[]): OpenRule[] {
  return pathOf(structure, progress)
    .filter((step) => step.activity.required && step.state !== "done")
    .map((step) => ({
      activityId: step.activity.id,
      kind: step.activity.kind,
      reason: reasonOf(step),
      pagesLeft: step.pages - step.pagesRead,
      missing: step.missing,
    }));
}

function reasonOf(step: PathStep): OpenRule["reason"] {
  const { state, activity, outcome, outside } = step;
  if (outside) return outside.kind === "closed" ? "closed" : "not-yet-open";
  if (state === "locked") return "locked";
  if (activity.kind === "session") return "not-attended";
  if (state === "open") return "not-started";
  if (waitsForGrading(step)) return "waits-for-grading";
  if (step.secondsLeft > 0 && step.pagesRead === step.pages) return "time-left";
  const ofStarted = {
    lesson: "pages-left",
    quiz: "quiz-not-passed",
    survey: "not-answered",
    package: "package-open",
    assignment: outcome ? "assignment-not-passed" : "not-handed-in",
    video: "not-seen",
    file: "not-seen",
    link: "not-seen",
  } as const;
  return ofStarted[activity.kind];
}

/** Whether the learner can do nothing more about a step by herself: every attempt at its quiz is used up. */
export function isUsedUp(step: PathStep): boolean {
  return step.state === "started" && step.outcome?.attemptsLeft === 0 && !waitsForGrading(step);
}

/** Whether a step is at the person who grades it. */
export function waitsForGrading({ state, outcome }: Pick<PathStep, "state" | "outcome">): boolean {
  return state === "started" && outcome?.isWaiting === true;
}

/**
 * What to do next: the first required activity that can be done, else an optional one behind all that was begun, because
 * what was passed by (a pre-test, for instance) is left in peace; null when nothing is left. A live session waits for its
 * day, so whatever else is required goes before it.
 */
export function nextStep(steps: PathStep[]): PathStep | null {
  const isToDo = (step: PathStep) =>
    (step.state === "started" || step.state === "open") && !isUsedUp(step) && !waitsForGrading(step);
  const required = steps.filter((step) => isToDo(step) && step.activity.required);
  const first = required.find(({ activity }) => activity.kind !== "session") ?? required[0];
  if (first) return first;
  const lastBegun = steps.findLastIndex(({ state }) => state === "done" || state === "started");
  return steps.slice(Math.max(0, lastBegun)).find(isToDo) ?? null;
}

/** Page ids of a lesson activity, the sources page last; none for other kinds. */
export function pagesOf(structure: CourseWay, activity: Activity): string[] {
  return activity.kind === "lesson" ? (structure.lessons[activity.lesson]?.pages ?? []) : [];
}

/** The page to open a lesson at: where the learner was, unless she has finished, then the first. */
export function resumePage(step: PathStep, pages: string[]): string | undefined {
  const isResumable = step.state !== "done" && step.position !== null && pages.includes(step.position);
  return isResumable ? (step.position as string) : pages[0];
}
