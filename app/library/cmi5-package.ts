import { isOutside, joinAddress, locate } from "./package-address.ts";
import { refuse, someOf } from "./package-refusal.ts";
import type { SourceFiles } from "./package-source.ts";
import type { Cmi5Node, PackageFinding, PackageStructure } from "./package-structure.ts";
import { numberOf } from "./scorm-values.ts";
import { attribute, childNamed, childrenNamed, childText, type XmlElement } from "./xml-document.ts";

type Cmi5Structure = Extract<PackageStructure, { standard: "cmi5" }>;
type Context = { files: SourceFiles; ids: Set<string>; missing: Set<string>; outside: Set<string> };

const moveOns = ["Passed", "Completed", "CompletedAndPassed", "CompletedOrPassed", "NotApplicable"] as const;

/** What a cmi5 course structure says. Refuses one without units, with equal ids, or whose units are all missing. */
export function readCmi5Package(
  root: XmlElement,
  files: SourceFiles,
  fileName: string,
  findings: PackageFinding[],
): Cmi5Structure {
  const course = childNamed(root, "course");
  const courseId = course && attribute(course, "id");
  if (!course || !courseId) refuse("packages.refusedCmi5", { part: "course" });
  const context: Context = { files, ids: new Set([courseId]), missing: new Set(), outside: new Set() };
  const nodes = readNodes(root, "", context);
  const units = nodes.flatMap(unitsOf);
  if (units.length === 0) refuse("packages.refusedCmi5", { part: "other" });
  requireUnits(units.length, context, findings);
  const titles = Object.values(languageStrings(course, "title"));
  return {
    standard: "cmi5",
    title: titles[0] ?? fileName.replace(/\.[^.]+$/, ""),
    courseId,
    nodes,
  };
}

/** `key` of a node is its place: "1", "2.1" … Ids of publishers are addresses, too long for ours. */
function readNodes(parent: XmlElement, place: string, context: Context): Cmi5Node[] {
  const elements = parent.children.filter(({ name }) => name === "block" || name === "au");
  return elements.map((element, index) => {
    const key = place ? `${place}.${index + 1}` : String(index + 1);
    const id = attribute(element, "id");
    if (id === null || context.ids.has(id)) refuse("packages.refusedCmi5", { part: "id" });
    context.ids.add(id);
    const kind = element.name as Cmi5Node["kind"];
    const masteryScore = numberOf(attribute(element, "masteryScore"));
    const moveOn = attribute(element, "moveOn");
    return {
      key,
      id,
      title: languageStrings(element, "title"),
      kind,
      launch: kind === "au" ? addressOf(element, context) : null,
      launchMethod: attribute(element, "launchMethod") === "OwnWindow" ? "OwnWindow" : "AnyWindow",
      moveOn: moveOns.find((known) => known === moveOn) ?? "NotApplicable",
      masteryScore: masteryScore !== null && masteryScore >= 0 && masteryScore <= 1 ? masteryScore : null,
      launchParameters: childText(element, "launchParameters") ?? "",
      entitlementKey: childText(element, "entitlementKey"),
      activityType: attribute(element, "activityType"),
      children: kind === "block" ? readNodes(element, key, context) : [],
    };
  });
}

function addressOf(unit: XmlElement, { files, missing, outside }: Context): string {
  const url = childText(unit, "url")?.replaceAll("\\", "/");
  if (!url) refuse("packages.refusedCmi5", { part: "url" });
  if (isOutside(url)) {
    outside.add(url);
    return url;
  }
  const { file, address } = locate(files, joinAddress("", url));
  if (!file) missing.add(address);
  return address;
}

function requireUnits(count: number, { missing, outside }: Context, findings: PackageFinding[]) {
  if (missing.size >= count - outside.size && missing.size > 0 && outside.size === 0) {
    refuse("packages.refusedMissingFiles", someOf([...missing]));
  }
  if (missing.size > 0) {
    findings.push({ kind: "warning", key: "packages.warningMissingLaunch", values: someOf([...missing]) });
  }
  if (outside.size > 0) {
    findings.push({ kind: "warning", key: "packages.warningOutside", values: someOf([...outside]) });
  }
}

function unitsOf(node: Cmi5Node): Cmi5Node[] {
  return node.kind === "au" ? [node] : node.children.flatMap(unitsOf);
}

/** Texts by language tag; "und" where none is given. */
function languageStrings(element: XmlElement, name: string): Record<string, string> {
  const list = childNamed(element, name);
  const strings = list ? childrenNamed(list, "langstring") : [];
  return Object.fromEntries(
    strings.map((string) => [attribute(string, "lang") ?? "und", string.text.replace(/\s+/g, " ").trim()]),
  );
}
