import { isPast } from "#app/library/activity-days.ts";
import type { Activity } from "#app/library/course-format.ts";
import { useT } from "#app/platform/i18n.tsx";

/** The rules by time of a step, in words; nothing where there are none. */
export function StepRules({ step, now }: { step: Activity; now: Date | string }) {
  const t = useT();
  const { availableFrom: from, availableUntil: until, dueAfterDays: due } = step;
  const minimum = "minimumMinutes" in step ? step.minimumMinutes : undefined;
  const isClosed = until !== undefined && isPast(until, new Date(now));
  const rules = [
    from && t("outline.ruleFrom", { date: from }),
    until && t(isClosed ? "outline.ruleUntilPast" : "outline.ruleUntil", { date: until }),
    due && t("outline.ruleDue", { days: due }),
    minimum && t("outline.ruleMinimum", { minutes: minimum }),
  ].filter(Boolean);
  if (rules.length === 0) return null;
  return (
    <p className={isClosed && step.required ? "font-semibold text-brick" : undefined}>{rules.join(" · ")}</p>
  );
}
