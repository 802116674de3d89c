import type { Activity } from "#app/library/course-format.ts";
import { type NeverOpening, neverOpening, newlyNever } from "#app/library/never-opening.ts";
import { visibleOutline } from "#app/library/visible-outline.ts";
import type { FormErrors } from "#app/platform/form-fields.ts";
import type { MessageKey } from "#app/platform/i18n.tsx";

import { dayErrors } from "./outline-days.ts";

/** What is said beside the rules of an activity that would never open. */
export const neverOpeningKeys = {
  itself: "outline.waitsForItself",
  circle: "outline.waitsInCircle",
  requiredAfterCertificate: "outline.requiredAfterCertificate",
  certificateInCircle: "outline.certificateInCircle",
  hidden: "outline.afterHidden",
  noCertificate: "outline.afterNoCertificate",
} satisfies Record<NeverOpening["reason"], MessageKey>;

/**
 * Why an outline may not get an activity as it is in `edited`, by the fields of its form: its own rules can never be
 * met, or those of another any more, which they could in `before`. Null when it may.
 */
export function ruleErrors(before: Activity[], edited: Activity[], id: string): FormErrors | null {
  const own = neverOpening(edited).find((one) => one.id === id);
  if (own) return { after: neverOpeningKeys[own.reason] };
  if (takesCertificate(before, edited)) return { required: "outline.certificateAwaited" };
  return dayErrors(before, edited, id);
}

/** Why an activity cannot go out of an outline; null when it can. */
export function whyNeeded(outline: Activity[], id: string): MessageKey | null {
  const rest = withoutActivity(outline, id);
  if (rest.length === 0) return "outline.lastStep";
  if (visibleOutline(rest).length === 0) return "outline.lastVisible";
  return takesCertificate(outline, rest) ? "outline.certificateAwaited" : null;
}

/** An outline without an activity, for which nothing waits any more. */
export function withoutActivity(outline: Activity[], id: string): Activity[] {
  return outline
    .filter((activity) => activity.id !== id)
    .map((activity) => ({ ...activity, after: activity.after.filter((other) => other !== id) }));
}

/** Whether nobody would get a certificate any more that something waits for. */
function takesCertificate(before: Activity[], edited: Activity[]): boolean {
  return newlyNever(before, edited).some(({ reason }) => reason === "noCertificate");
}
