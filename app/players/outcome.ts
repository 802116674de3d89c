import { z } from "zod";

import type { packageRules } from "#app/library/course-format.ts";
import { isSequenced, launchableIds } from "#app/library/package-activities.ts";
import type { PackageStructure } from "#app/library/package-structure.ts";

import type { ActivityResult } from "./boot.ts";

export type PackageRule = (typeof packageRules)[number];

/** What the player says of the root of a sequenced package, as rolled up by SCORM 2004's rules. */
export const rootRollup = z.object({
  completion: z.enum(["unknown", "incomplete", "completed"]),
  success: z.enum(["unknown", "passed", "failed"]),
  scaled: z.number().min(-1).max(1).nullable(),
});

export type RootRollup = z.infer<typeof rootRollup>;

export type Outcome = Omit<ActivityResult, "seconds"> & { isMet: boolean };

export type OutcomeInput = {
  structure: PackageStructure;
  /** Of the activity inside the package by id; missing while not attempted. */
  results: Map<string, Omit<ActivityResult, "seconds">>;
  /** SCORM 2004 with sequencing: as the player rolled it up; cmi5: as moveOn says. */
  root: RootRollup | null;
  /** Whether every question of H5P content was answered; null where that cannot be known. */
  isAllAnswered: boolean | null;
};

/** The result of a whole attempt, and whether the course's rule for the activity is met. */
export function outcomeOf(input: OutcomeInput, rule: PackageRule): Outcome {
  const { structure, results } = input;
  const parts = launchableIds(structure).flatMap((id) => results.get(id) ?? []);
  const root = isSequenced(structure) || structure.standard === "cmi5" ? input.root : null;
  const completion = root && root.completion !== "unknown" ? root.completion : completionOf(input);
  const success = root && root.success !== "unknown" ? root.success : successOf(input);
  const whole = { completion, success, ...scoreOf(parts, root) };
  return { ...whole, isMet: isMet(input, whole, rule) };
}

function isMet(
  { structure, results, isAllAnswered }: OutcomeInput,
  { completion, success }: Pick<ActivityResult, "completion" | "success">,
  rule: PackageRule,
): boolean {
  switch (rule) {
    case "opened":
      return [...results.values()].some((result) => result.completion !== "not attempted");
    case "completed":
      return completion === "completed";
    case "passed":
      return success === "passed";
    case "all-interactions":
      return isAllAnswered ?? completion === "completed";
    case "auto":
      if (structure.standard === "h5p" || structure.standard === "cmi5") return completion === "completed";
      // After remediation a sequenced course may end as "incomplete" and "passed": satisfied is done.
      if (isSequenced(structure) && success === "passed") return true;
      return completion === "completed" && success !== "failed";
  }
}

function completionOf({ structure, results }: OutcomeInput): ActivityResult["completion"] {
  const parts = launchableIds(structure).map((id) => results.get(id)?.completion ?? "not attempted");
  if (parts.length > 0 && parts.every((part) => part === "completed")) return "completed";
  if (parts.every((part) => part === "not attempted")) return "not attempted";
  return parts.length === 1 ? (parts[0] ?? "not attempted") : "incomplete";
}

/** Passed when nothing was failed, something was passed, and nothing is left that could still be failed. */
function successOf({ structure, results }: OutcomeInput): ActivityResult["success"] {
  const parts = launchableIds(structure).map((id) => results.get(id));
  if (parts.some((part) => part?.success === "failed")) return "failed";
  const isPassed = parts.some((part) => part?.success === "passed");
  const isOver = parts.every((part) => part?.success === "passed" || part?.completion === "completed");
  return isPassed && isOver ? "passed" : "unknown";
}

/** The score of the only part that has one; the mean of the scaled scores when several have. */
function scoreOf(parts: Omit<ActivityResult, "seconds">[], root: RootRollup | null) {
  const scored = parts.filter(({ scaled, raw }) => scaled !== null || raw !== null);
  const [only] = scored;
  const nothing = { scaled: null, raw: null, min: null, max: null };
  if (root && root.scaled !== null && parts.length > 1) return { ...nothing, scaled: root.scaled };
  if (only && scored.length === 1) {
    return { scaled: only.scaled, raw: only.raw, min: only.min, max: only.max };
  }
  const measures = scored.flatMap(({ scaled }) => scaled ?? []);
  if (measures.length === 0) return nothing;
  return { ...nothing, scaled: measures.reduce((sum, measure) => sum + measure, 0) / measures.length };
}
