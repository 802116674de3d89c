import type { ScormActivity } from "#app/library/package-structure.ts";

import type { ActivityResult } from "./boot.ts";
import { type ActivityValues, ownElements } from "./run-elements.ts";

/** What the server finds of an activity, but for the time, which comes from the log. */
export type TimelessResult = Omit<ActivityResult, "seconds">;

export const notAttempted: TimelessResult = {
  completion: "not attempted",
  success: "unknown",
  scaled: null,
  raw: null,
  min: null,
  max: null,
};

/**
 * SCORM 1.2. A SCO that finishes without a status is completed (SCORM 1.2 RTE, cmi.core.lesson_status); with a mastery
 * score and a raw score the score decides; `failed` means finished, not passed. An asset is completed once it was opened.
 */
export function scorm12Result(activity: ScormActivity, values: ActivityValues): TimelessResult {
  if (!isBegun(values)) return notAttempted;
  if (activity.kind === "asset") return { ...notAttempted, completion: "completed" };
  const score = scoreOf(values, "cmi.core.score");
  const status = lessonStatus(activity, values, score.raw);
  return {
    completion: ["passed", "failed", "completed"].includes(status) ? "completed" : "incomplete",
    success: status === "passed" || status === "failed" ? status : "unknown",
    scaled: normalised(score.raw, score.min ?? 0, score.max ?? 100),
    ...score,
  };
}

function lessonStatus({ masteryScore }: ScormActivity, values: ActivityValues, raw: number | null): string {
  const reported = values["cmi.core.lesson_status"] || "not attempted";
  const isOver = isTerminated(values) && values["cmi.core.exit"] !== "suspend";
  if (masteryScore !== null && raw !== null) {
    if (raw >= masteryScore) return "passed";
    // A score that is too low decides nothing while the SCO still runs: it may grow.
    if (isOver || ["passed", "failed", "completed"].includes(reported)) return "failed";
  }
  return reported === "not attempted" && isTerminated(values) ? "completed" : reported;
}

/**
 * SCORM 2004. Thresholds of the manifest decide over what the SCO says (RTE 4.2.4.1, 4.2.22.1), as soon as the measure
 * is known and not only at the end. A SCO that ended without a status is completed unless the manifest says that
 * content sets it (Sequencing and Navigation, End Attempt Process UP.4).
 */
export function scorm2004Result(activity: ScormActivity, values: ActivityValues): TimelessResult {
  if (!isBegun(values)) return notAttempted;
  if (activity.kind === "asset") return { ...notAttempted, completion: "completed" };
  const objective = primaryObjective(activity, values);
  const own = scoreOf(values, "cmi.score");
  const score = own.raw === null && objective ? scoreOf(values, `${objective}.score`) : own;
  const scaled =
    numberIn(values["cmi.score.scaled"]) ??
    (objective ? numberIn(values[`${objective}.score.scaled`]) : null) ??
    (score.max === null ? null : normalised(score.raw, score.min ?? 0, score.max));
  return {
    completion: completion2004(activity, values),
    success: success2004(activity, values, scaled, objective),
    scaled,
    ...score,
  };
}

function completion2004(activity: ScormActivity, values: ActivityValues): ActivityResult["completion"] {
  const progress = numberIn(values["cmi.progress_measure"]);
  if (activity.completionThreshold !== null && progress !== null) {
    return progress >= activity.completionThreshold ? "completed" : "incomplete";
  }
  const reported = values["cmi.completion_status"];
  if (reported === "completed" || reported === "incomplete") return reported;
  const hasEnded = isTerminated(values) && values["cmi.exit"] !== "suspend";
  return hasEnded && !isCompletionSetByContent(activity) ? "completed" : "unknown";
}

function success2004(
  { scaledPassingScore }: ScormActivity,
  values: ActivityValues,
  scaled: number | null,
  objective: string | null,
): ActivityResult["success"] {
  if (scaledPassingScore !== null && scaled !== null) {
    return scaled >= scaledPassingScore ? "passed" : "failed";
  }
  const reported = [
    values["cmi.success_status"],
    objective ? values[`${objective}.success_status`] : undefined,
  ];
  const said = reported.find((status) => status === "passed" || status === "failed");
  return (said as "passed" | "failed" | undefined) ?? "unknown";
}

/** Where the SCO keeps the objective that the manifest calls primary ("cmi.objectives.2"): it speaks for the SCO. */
function primaryObjective({ sequencing }: ScormActivity, values: ActivityValues): string | null {
  const primary = sequencing?.primaryObjective as { objectiveID?: unknown } | undefined;
  if (typeof primary?.objectiveID !== "string") return null;
  const found = Object.entries(values).find(
    ([element, value]) => /^cmi\.objectives\.\d+\.id$/.test(element) && value === primary.objectiveID,
  );
  return found ? found[0].slice(0, -".id".length) : null;
}

function isCompletionSetByContent({ sequencing }: ScormActivity): boolean {
  const controls = sequencing?.deliveryControls as { completionSetByContent?: unknown } | undefined;
  return (controls?.completionSetByContent ?? sequencing?.completionSetByContent) === true;
}

function isBegun(values: ActivityValues): boolean {
  return ownElements.initialized in values;
}

/** Whether the last run of the activity was ended by the package. */
function isTerminated(values: ActivityValues): boolean {
  return comparePlaces(values[ownElements.terminated], values[ownElements.initialized]) > 0;
}

/** Compares "launch number:seq"; a missing one comes first. */
function comparePlaces(a = "0:0", b = "0:0"): number {
  const [launchA = 0, seqA = 0] = a.split(":").map(Number);
  const [launchB = 0, seqB = 0] = b.split(":").map(Number);
  return launchA - launchB || seqA - seqB;
}

function scoreOf(values: ActivityValues, element: string) {
  return {
    raw: numberIn(values[`${element}.raw`]),
    min: numberIn(values[`${element}.min`]),
    max: numberIn(values[`${element}.max`]),
  };
}

function normalised(raw: number | null, min: number, max: number): number | null {
  if (raw === null || max <= min) return null;
  return Math.min(1, Math.max(0, (raw - min) / (max - min)));
}

/** A number as the standards write it; null for "" and anything else. */
function numberIn(text: string | undefined): number | null {
  const isNumber = text !== undefined && /^\s*[+-]?(\d+\.?\d*|\.\d+)\s*$/.test(text);
  return isNumber ? Number(text) : null;
}
