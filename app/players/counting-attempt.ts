import type { PackageActivity } from "#app/library/course-format.ts";

import type { ActivityResult } from "./boot.ts";

/** The attempt whose result is shown and counts, of those given first one first; null when there is none. */
export function countingAttempt<
  Attempt extends Pick<ActivityResult, "completion" | "success" | "scaled" | "raw">,
>(attempts: Attempt[], scoring: PackageActivity["scoring"]): Attempt | null {
  if (scoring === "first") return attempts[0] ?? null;
  if (scoring === "last") return attempts.at(-1) ?? null;
  return attempts.reduce<Attempt | null>(
    (best, attempt) => (best === null || isBetter(attempt, best) ? attempt : best),
    null,
  );
}

/** Passed before completed before the higher score; of equals the later. */
function isBetter(a: Rankable, b: Rankable): boolean {
  const [left, right] = [rank(a), rank(b)];
  const decisive = left.findIndex((value, index) => value !== right[index]);
  return decisive < 0 || (left[decisive] as number) > (right[decisive] as number);
}

type Rankable = Pick<ActivityResult, "completion" | "success" | "scaled" | "raw">;

function rank({ completion, success, scaled, raw }: Rankable): number[] {
  return [
    Number(success === "passed"),
    Number(completion === "completed"),
    scaled ?? -1,
    raw ?? Number.NEGATIVE_INFINITY,
  ];
}
