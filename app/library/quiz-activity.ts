import type { Activity } from "./course-format.ts";

/**
 * Name of the quiz that an activity asks: an assignment is one whose answers a person grades. Null for other kinds.
 */
export function quizOf(activity: Activity): string | null {
  if (activity.kind === "quiz") return activity.quiz;
  return activity.kind === "assignment" ? activity.assignment : null;
}

/** An activity that asks another quiz; one that asks none stays as it is. */
export function withQuizAsked(activity: Activity, quiz: string): Activity {
  if (activity.kind === "quiz") return { ...activity, quiz };
  return activity.kind === "assignment" ? { ...activity, assignment: quiz } : activity;
}
