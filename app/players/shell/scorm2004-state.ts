import type { ScormActivity } from "#app/library/package-structure.ts";
import type { Boot } from "#app/players/boot.ts";
import type { ActivityValues } from "#app/players/run-elements.ts";

import { isoDuration } from "./durations.ts";

/** What the LMS says and not the package, or what belongs to one session only. */
const ours =
  /^(sigurna\.|adl\.|cmi\.(learner_id|learner_name|credit|mode|entry|exit|session_time|total_time|launch_data|max_time_allowed|time_limit_action|scaled_passing_score|completion_threshold)$|cmi\.comments_from_lms)/;

/** What the package itself has set, in the parts that are restored. */
export function valuesOfContent(values: ActivityValues): ActivityValues {
  return Object.fromEntries(Object.entries(values).filter(([element]) => !ours.test(element)));
}

/** The data model of a SCO as it finds it at Initialize (SCORM 2004 RTE 4.2), by element. */
export function scorm2004State(
  boot: Boot,
  activity: ScormActivity,
  { values, seconds, entry }: { values: ActivityValues; seconds: number; entry: string },
): ActivityValues {
  const isReview = boot.mode === "review";
  return {
    "cmi.learner_id": boot.learner.id,
    "cmi.learner_name": boot.learner.name,
    "cmi.credit": isReview ? "no-credit" : "credit",
    "cmi.mode": isReview ? "review" : "normal",
    "cmi.entry": entry,
    "cmi.total_time": isoDuration(seconds),
    "cmi.launch_data": activity.dataFromLms ?? "",
    "cmi.max_time_allowed": activity.maxTimeAllowed ?? "",
    "cmi.time_limit_action": activity.timeLimitAction ?? "",
    "cmi.scaled_passing_score": numberText(activity.scaledPassingScore),
    "cmi.completion_threshold": numberText(activity.completionThreshold),
    // Until the package keeps another: the language in which the learner reads this site.
    "cmi.learner_preference.language": boot.language,
    ...valuesOfContent(values),
  };
}

/** The standard writes measures with a decimal point; packages compare the text. */
function numberText(value: number | null): string {
  if (value === null) return "";
  return Number.isInteger(value) ? value.toFixed(1) : String(value);
}
