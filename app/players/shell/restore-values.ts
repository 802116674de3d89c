import type { ActivityValues } from "#app/players/run-elements.ts";

type Model = { setCMIValue(element: string, value: string): string; lastErrorCode: string };

/**
 * Puts stored values into a data model that no package has begun to use. Each by itself: one that the model no longer
 * takes must not keep the others out.
 */
export function restoreValues(model: Model, values: ActivityValues) {
  for (const [element, value] of Object.entries(values).sort(byNeed)) {
    if (value === "") continue;
    try {
      model.setCMIValue(element, value);
    } catch {
      // Refused, as it would be from the package.
    }
  }
  model.lastErrorCode = "0";
}

/** Indexed elements in order; within one, its id and type before what depends on them. */
function byNeed([a]: [string, string], [b]: [string, string]): number {
  const [partsA, partsB] = [a.split("."), b.split(".")];
  for (let index = 0; index < Math.max(partsA.length, partsB.length); index += 1) {
    const difference = rank(partsA[index]) - rank(partsB[index]);
    if (difference !== 0) return difference;
    if (partsA[index] !== partsB[index]) return (partsA[index] ?? "") < (partsB[index] ?? "") ? -1 : 1;
  }
  return 0;
}

function rank(part: string | undefined): number {
  if (part === undefined || part === "id") return -2;
  if (part === "type") return -1;
  return /^\d+$/.test(part) ? Number(part) : 0;
}
