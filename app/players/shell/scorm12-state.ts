import type { ScormActivity } from "#app/library/package-structure.ts";
import type { ActivityResult, Boot } from "#app/players/boot.ts";
import type { ActivityValues } from "#app/players/run-elements.ts";

import { timespan } from "./durations.ts";

/** What the LMS says and not the package, or what belongs to one session only. */
const ours =
  /^(sigurna\.|cmi\.core\.(student_id|student_name|credit|entry|total_time|session_time|lesson_mode|exit)$|cmi\.(student_data\.|launch_data$|comments_from_lms$))/;

/** The data model of a SCO as it finds it at LMSInitialize (SCORM 1.2 RTE 3.4), by element. */
export function scorm12State(
  boot: Boot,
  activity: ScormActivity,
  values: ActivityValues,
  result: ActivityResult | undefined,
): ActivityValues {
  const isReview = boot.mode === "review";
  return {
    // Until the package keeps another: the language in which the learner reads this site.
    "cmi.student_preference.language": boot.language,
    ...Object.fromEntries(Object.entries(values).filter(([element]) => !ours.test(element))),
    "cmi.core.student_id": boot.learner.id,
    "cmi.core.student_name": boot.learner.name,
    "cmi.core.credit": isReview ? "no-credit" : "credit",
    "cmi.core.lesson_mode": isReview ? "review" : "normal",
    "cmi.core.entry": entryOf(values, result),
    "cmi.core.total_time": timespan(result?.seconds ?? 0),
    "cmi.launch_data": activity.dataFromLms ?? "",
    "cmi.student_data.mastery_score": activity.masteryScore === null ? "" : String(activity.masteryScore),
    "cmi.student_data.max_time_allowed": activity.maxTimeAllowed ?? "",
    "cmi.student_data.time_limit_action": activity.timeLimitAction ?? "",
  };
}

/** A SCO that is not complete is resumed even when it could not say "suspend": a closed tab often takes that away. */
function entryOf(values: ActivityValues, result: ActivityResult | undefined): string {
  const isBegun = Object.keys(values).some((element) => element.startsWith("cmi."));
  if (!isBegun) return "ab-initio";
  return values["cmi.core.exit"] === "suspend" || result?.completion !== "completed" ? "resume" : "";
}
