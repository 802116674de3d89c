import { certificateStepId } from "#app/library/certificate-step.ts";
import type { Activity } from "#app/library/course-format.ts";
import {
  idsInCircle,
  waitingForHidden,
  waitingForNoCertificate,
  waitsFor,
} from "#app/library/outline-circles.ts";
import type { MessageKey } from "#app/platform/i18n.tsx";

/** Why what an activity of an outline waits for can never be met; null when it can. */
export function waitingFault(outline: Activity[], id: string): MessageKey | null {
  const reason = unreachableReason(outline, id);
  if (reason) return reason;
  if (waitingForHidden(outline).some((one) => one.id === id)) return "outline.afterHidden";
  return waitingForNoCertificate(outline).includes(id) ? "outline.afterNoCertificate" : null;
}

function unreachableReason(outline: Activity[], id: string): MessageKey | null {
  const activity = outline.find((one) => one.id === id);
  if (activity?.after.includes(id)) return "outline.waitsForItself";
  if (!idsInCircle(outline).includes(id)) return null;
  const withoutCertificate = outline.map((one) => ({
    ...one,
    after: one.after.filter((other) => other !== certificateStepId),
  }));
  if (idsInCircle(withoutCertificate).includes(id)) return "outline.waitsInCircle";
  return activity?.required && waitsFor(outline, id, certificateStepId)
    ? "outline.requiredAfterCertificate"
    : "outline.certificateInCircle";
}
