import type { ScormActivity } from "#app/library/package-structure.ts";
import type { ActivityResult } from "#app/players/boot.ts";
import { arePrerequisitesMet, type PrerequisiteStatus } from "#app/players/prerequisites.ts";

/** The activities of a SCORM 1.2 package whose prerequisites are met. */
export function choosableActivities(
  activities: ScormActivity[],
  resultOf: (id: string) => ActivityResult | undefined,
): Set<string> {
  const statusOf = (id: string) => prerequisiteStatus(resultOf(id));
  return new Set(
    activities
      .filter(({ prerequisites }) => prerequisites === null || arePrerequisitesMet(prerequisites, statusOf))
      .map(({ id }) => id),
  );
}

function prerequisiteStatus(result: ActivityResult | undefined): PrerequisiteStatus {
  if (!result || result.completion === "not attempted") return "not attempted";
  if (result.success !== "unknown") return result.success;
  return result.completion === "completed" ? "completed" : "incomplete";
}
