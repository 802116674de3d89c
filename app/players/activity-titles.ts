import { activitiesOf, h5pActivityId } from "#app/library/package-activities.ts";
import type { PackageStructure } from "#app/library/package-structure.ts";

/** Titles of the activities inside a package, by the ids that records use. */
export function activityTitles(structure: PackageStructure): Map<string, string> {
  if (structure.standard === "h5p") return new Map([[h5pActivityId, structure.title]]);
  if (structure.standard === "cmi5") {
    return new Map(
      structure.nodes
        .flatMap(activitiesOf)
        .map(({ key, title }) => [key, Object.values(title)[0] ?? key] as const),
    );
  }
  return new Map(activitiesOf(structure.root).map(({ id, title }) => [id, title || id] as const));
}
