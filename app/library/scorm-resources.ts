import { isOutside, joinAddress, locate } from "./package-address.ts";
import type { SourceFiles } from "./package-source.ts";
import type { ScormNotes } from "./scorm-notes.ts";
import { attribute, childrenNamed, childNamed, type XmlElement } from "./xml-document.ts";

/** A resource of a manifest. `launch` is its own address below the root, null when it has none. */
export type ScormResource = {
  id: string;
  launch: string | null;
  /** Whether the file to launch is in the package; true for an address outside it. */
  isThere: boolean;
  kind: "sco" | "asset" | null;
};

/** The resources of a manifest and of manifests inside it, by identifier. Files that are missing go to the notes. */
export function readResources(
  manifest: XmlElement,
  files: SourceFiles,
  notes: ScormNotes,
  outerBase = "",
): Map<string, ScormResource> {
  const base = joinBase(outerBase, manifest);
  const resources = new Map<string, ScormResource>();
  for (const inner of childrenNamed(manifest, "manifest")) {
    for (const [id, resource] of readResources(inner, files, notes, base)) resources.set(id, resource);
  }
  const list = childNamed(manifest, "resources");
  if (!list) return resources;
  const listBase = joinBase(base, list);
  for (const element of childrenNamed(list, "resource")) {
    const resource = readResource(element, joinBase(listBase, element), files, notes);
    resources.set(resource.id, resource);
  }
  return resources;
}

function readResource(
  element: XmlElement,
  base: string,
  files: SourceFiles,
  notes: ScormNotes,
): ScormResource {
  const href = attribute(element, "href");
  const type = attribute(element, "scormtype")?.toLowerCase();
  const addressed = href === null ? null : addressIn(files, base, href, notes);
  for (const file of childrenNamed(element, "file")) {
    const name = attribute(file, "href");
    if (name !== null && name !== href && !addressIn(files, base, name, notes).isThere) {
      notes.missingFiles.add(joinAddress(base, withSlashes(name, notes)));
    }
  }
  return {
    id: attribute(element, "identifier") ?? "",
    launch: addressed?.address ?? null,
    isThere: addressed?.isThere ?? false,
    kind: type === "sco" || type === "asset" ? type : null,
  };
}

function addressIn(files: SourceFiles, base: string, href: string, notes: ScormNotes) {
  const address = joinAddress(base, withSlashes(href, notes));
  if (isOutside(address)) {
    notes.outside.add(address);
    return { address, isThere: true };
  }
  const located = locate(files, address);
  if (located.isOtherCase) notes.otherCase.add(address);
  return { address: located.address, isThere: located.file !== undefined };
}

/** xml:base of an element, below the one around it. It names a folder, also when the slash at its end is forgotten. */
function joinBase(outer: string, element: XmlElement): string {
  const base = attribute(element, "base")?.replaceAll("\\", "/");
  if (!base) return outer;
  return joinAddress(outer, base.endsWith("/") ? base : `${base}/`);
}

function withSlashes(href: string, notes: ScormNotes): string {
  if (!href.includes("\\")) return href;
  notes.hasBackslashes = true;
  return href.replaceAll("\\", "/");
}
