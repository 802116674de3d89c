import { certificateStepId } from "./certificate-step.ts";
import type { Activity } from "./course-format.ts";
import { requiredIn, visibleOutline } from "./visible-outline.ts";

/** What says when an activity opens, and whether the certificate waits for it. */
export type OutlineRules = Pick<Activity, "id" | "required" | "after" | "hidden">;

/**
 * Why an activity never opens: it waits for itself (itself), over others (circle), or over the certificate, which waits
 * for it too (requiredAfterCertificate) or for what waits for it (certificateInCircle); it waits for one that learners do
 * not see (hidden), or for a certificate that nobody gets, because nothing is required (noCertificate).
 */
export type NeverOpening =
  | {
      id: string;
      reason: "itself" | "circle" | "requiredAfterCertificate" | "certificateInCircle" | "noCertificate";
    }
  | { id: string; reason: "hidden"; hidden: string };

/** The activities of an outline whose own rules can never be met. What only waits for one of them is not among them. */
export function neverOpening(outline: OutlineRules[]): NeverOpening[] {
  return [...inCircles(outline), ...waitingForHidden(outline), ...waitingForNoCertificate(outline)];
}

/** What `neverOpening` finds in a changed outline and had not found before. */
export function newlyNever(before: OutlineRules[], changed: OutlineRules[]): NeverOpening[] {
  const known = new Set(neverOpening(before).map(nameOf));
  return neverOpening(changed).filter((one) => !known.has(nameOf(one)));
}

function nameOf(never: NeverOpening): string {
  return JSON.stringify([never.id, never.reason, never.reason === "hidden" && never.hidden]);
}

function inCircles(outline: OutlineRules[]): NeverOpening[] {
  const withoutCertificate = outline.map((activity) => ({ ...activity, required: false }));
  return outline.flatMap(({ id, after, required }): NeverOpening[] => {
    if (after.includes(id)) return [{ id, reason: "itself" }];
    if (!waitsFor(outline, id, id)) return [];
    if (waitsFor(withoutCertificate, id, id)) return [{ id, reason: "circle" }];
    const isRequiredAfter = required && waitsFor(outline, id, certificateStepId);
    return [{ id, reason: isRequiredAfter ? "requiredAfterCertificate" : "certificateInCircle" }];
  });
}

/** Whether an activity can only be reached after another or the certificate, which waits for all that is required. */
function waitsFor(outline: OutlineRules[], from: string, target: string): boolean {
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

function waitingForHidden(outline: OutlineRules[]): NeverOpening[] {
  const hidden = new Set(outline.filter((activity) => activity.hidden).map(({ id }) => id));
  return visibleOutline(outline).flatMap(({ id, after }) =>
    after
      .filter((other) => hidden.has(other))
      .map((other): NeverOpening => ({ id, reason: "hidden", hidden: other })),
  );
}

function waitingForNoCertificate(outline: OutlineRules[]): NeverOpening[] {
  if (requiredIn(outline).length > 0) return [];
  return visibleOutline(outline).flatMap(({ id, after }): NeverOpening[] =>
    after.includes(certificateStepId) ? [{ id, reason: "noCertificate" }] : [],
  );
}
