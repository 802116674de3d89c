import { withParameters } from "./package-address.ts";
import { refuse } from "./package-refusal.ts";
import type { ScormActivity } from "./package-structure.ts";
import type { ScormEdition } from "./scorm-edition.ts";
import type { ScormNotes } from "./scorm-notes.ts";
import type { ScormResource } from "./scorm-resources.ts";
import { readSequencing } from "./scorm-sequencing.ts";
import { isFlagSet, numberOf, withoutNothing } from "./scorm-values.ts";
import {
  attribute,
  childNamed,
  childrenNamed,
  childText,
  everyElement,
  type XmlElement,
} from "./xml-document.ts";

/** What is needed to read the items of an organization. */
export type OrganizationContext = {
  edition: ScormEdition;
  resources: ReadonlyMap<string, ScormResource>;
  /** Identifiers of manifests inside the manifest. */
  submanifests: ReadonlySet<string>;
  collections: ReadonlyMap<string, XmlElement>;
  notes: ScormNotes;
  /** Identifiers given away so far: in the wild they repeat. */
  taken: Set<string>;
};

/** An organization or item with everything below it. */
export function readActivity(
  element: XmlElement,
  context: OrganizationContext,
  title?: string,
): ScormActivity {
  const id = identifierOf(element, context);
  const items = childrenNamed(element, "item");
  const shown = title ?? childText(element, "title")?.replace(/\s+/g, " ") ?? id;
  const common = {
    id,
    title: shown,
    isVisible: isFlagSet(element, "isvisible", true),
    ...launchOf(element, shown, items.length > 0, context),
    dataFromLms: childText(element, "dataFromLMS"),
    timeLimitAction: childText(element, "timeLimitAction"),
  };
  const rest =
    context.edition === "1.2" ? ofFirstStandard(element, shown, context) : ofSecondStandard(element, context);
  return { ...common, ...rest, children: items.map((item) => readActivity(item, context)) };
}

type Rest = Omit<
  ScormActivity,
  "id" | "title" | "isVisible" | "kind" | "launch" | "dataFromLms" | "timeLimitAction" | "children"
>;

/** SCORM 1.2. */
function ofFirstStandard(element: XmlElement, title: string, { notes }: OrganizationContext): Rest {
  const value = childText(element, "masteryscore");
  const masteryScore = numberOf(value);
  const isScore = masteryScore !== null && masteryScore >= 0 && masteryScore <= 100;
  if (value !== null && !isScore) notes.masteryScores.push({ title, value });
  return {
    masteryScore: isScore ? masteryScore : null,
    prerequisites: childText(element, "prerequisites"),
    maxTimeAllowed: childText(element, "maxtimeallowed"),
    scaledPassingScore: null,
    completionThreshold: null,
    objectiveIds: [],
    sequencing: null,
  };
}

/** SCORM 2004. */
function ofSecondStandard(element: XmlElement, { collections, notes }: OrganizationContext): Rest {
  const sequencing = readSequencing(element, collections, (name) => notes.undefinedRules.add(name));
  const threshold = completionThreshold(childNamed(element, "completionThreshold"));
  return {
    masteryScore: null,
    prerequisites: null,
    maxTimeAllowed: sequencing.attemptDurationLimit,
    scaledPassingScore: sequencing.scaledPassingScore,
    completionThreshold: threshold?.completedByMeasure ? threshold.minProgressMeasure : null,
    objectiveIds: sequencing.objectiveIds,
    sequencing: withoutNothing({
      ...sequencing.settings,
      completionThreshold: threshold,
      timeLimitAction: childText(element, "timeLimitAction"),
      hideLmsUi: everyHideLmsUi(element),
      sharedDataMaps: sharedDataMaps(childNamed(element, "data")),
      auxiliaryResources: auxiliaryResources(element),
    }),
  };
}

/** Text in the 2nd and 3rd edition, attributes in the 4th. */
function completionThreshold(element: XmlElement | undefined) {
  if (!element) return undefined;
  const text = numberOf(element.text.trim());
  return {
    completedByMeasure: text !== null || isFlagSet(element, "completedByMeasure", false),
    minProgressMeasure: text ?? numberOf(attribute(element, "minProgressMeasure")) ?? 1,
    progressWeight: numberOf(attribute(element, "progressWeight")) ?? 1,
  };
}

function everyHideLmsUi(element: XmlElement): string[] | undefined {
  const presentation = childNamed(element, "presentation");
  const hidden = presentation ? everyElement(presentation).filter(({ name }) => name === "hideLMSUI") : [];
  return hidden.length > 0 ? hidden.map(({ text }) => text.trim()) : undefined;
}

function sharedDataMaps(data: XmlElement | undefined) {
  return (
    data &&
    childrenNamed(data, "map").map((map) => ({
      targetID: attribute(map, "targetID") ?? "",
      readSharedData: isFlagSet(map, "readSharedData", true),
      writeSharedData: isFlagSet(map, "writeSharedData", true),
    }))
  );
}

function auxiliaryResources(element: XmlElement) {
  const list = childNamed(element, "auxiliaryResources");
  return (
    list &&
    childrenNamed(list, "auxiliaryResource").map((resource) => ({
      resourceId: attribute(resource, "auxiliaryResourceID") ?? "",
      purpose: attribute(resource, "purpose") ?? "",
    }))
  );
}

/** A group of SCORM 2004 is never launched, whatever it refers to; in SCORM 1.2 it may be. */
function launchOf(
  element: XmlElement,
  title: string,
  isGroup: boolean,
  { edition, resources, submanifests, notes }: OrganizationContext,
): Pick<ScormActivity, "kind" | "launch"> {
  const reference = attribute(element, "identifierref");
  if (reference === null || (isGroup && edition !== "1.2")) return { kind: null, launch: null };
  if (submanifests.has(reference)) refuse("packages.refusedSubmanifest", { name: title });
  const resource = resources.get(reference);
  if (!resource || resource.launch === null) {
    notes.unknownResources.add(title);
    return { kind: null, launch: null };
  }
  if (!resource.isThere) notes.missingLaunches.add(resource.launch);
  if (resource.kind === null) notes.untyped.add(resource.launch);
  return {
    kind: resource.kind ?? "asset",
    launch: withParameters(resource.launch, attribute(element, "parameters")),
  };
}

function identifierOf(element: XmlElement, { taken, notes }: OrganizationContext): string {
  const given = attribute(element, "identifier");
  let id = given ?? element.name;
  for (let count = 2; taken.has(id); count += 1) id = `${given ?? element.name}-${count}`;
  if (id !== given) notes.newIdentifiers += 1;
  taken.add(id);
  return id;
}
