import type { PackageStructure } from "./package-structure.ts";

/** Every activity of a tree, parents first. */
export function activitiesOf<Node extends { children: Node[] }>(root: Node): Node[] {
  return [root, ...root.children.flatMap((child) => activitiesOf(child))];
}

/** The ids (SCORM) or keys (cmi5) of what can be launched, in order; one for H5P, whose only activity is "content". */
export function launchableIds(structure: PackageStructure): string[] {
  if (structure.standard === "h5p") return [h5pActivityId];
  if (structure.standard === "cmi5") {
    return structure.nodes.flatMap(activitiesOf).flatMap(({ kind, key }) => (kind === "au" ? [key] : []));
  }
  return activitiesOf(structure.root).flatMap(({ launch, id }) => (launch === null ? [] : [id]));
}

/** An H5P package has one activity; this stands for its id. */
export const h5pActivityId = "content";

/** Whether launches follow SCORM 2004 sequencing: more than one activity to launch, or rules that say more than "start". */
export function isSequenced(structure: PackageStructure): boolean {
  return structure.standard === "scorm-2004" && launchableIds(structure).length > 1;
}
