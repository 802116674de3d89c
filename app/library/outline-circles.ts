import { certificateStepId } from "./certificate-step.ts";
import type { Activity } from "./course-format.ts";
import { requiredIn, visibleOutline } from "./visible-outline.ts";

/** What says when an activity opens, and whether the certificate waits for it. */
export type OutlineRules = Pick<Activity, "id" | "required" | "after" | "hidden">;

/**
 * The activities that can never be reached: each waits, over others or the certificate, for itself. The certificate waits
 * for every required activity that learners see.
 */
export function idsInCircle(outline: OutlineRules[]): string[] {
  return outline.map(({ id }) => id).filter((id) => waitsFor(outline, id, id));
}

/** Whether an activity, or the certificate, can only be reached after another. */
export function waitsFor(outline: OutlineRules[], from: string, target: string): boolean {
  const awaited = new Map(outline.map(({ id, after }) => [id, after]));
  awaited.set(
    certificateStepId,
    requiredIn(outline).map(({ id }) => id),
  );
  const seen = new Set<string>();
  const reaches = (id: string): boolean =>
    (awaited.get(id) ?? []).some((next) => {
      if (next === target) return true;
      if (seen.has(next)) return false;
      seen.add(next);
      return reaches(next);
    });
  return reaches(from);
}

/** The visible activities that wait for one that is hidden: nobody could open them. */
export function waitingForHidden(outline: OutlineRules[]): { id: string; hidden: string }[] {
  const hidden = new Set(outline.filter((activity) => activity.hidden).map(({ id }) => id));
  return visibleOutline(outline).flatMap(({ id, after }) =>
    after.filter((other) => hidden.has(other)).map((other) => ({ id, hidden: other })),
  );
}

/** The visible activities that wait for the certificate of a course that nobody completes, because nothing is required. */
export function waitingForNoCertificate(outline: OutlineRules[]): string[] {
  if (requiredIn(outline).length > 0) return [];
  return visibleOutline(outline).flatMap(({ id, after }) => (after.includes(certificateStepId) ? [id] : []));
}
