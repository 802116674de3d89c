import { isFlagSet, numberOf, withoutNothing } from "./scorm-values.ts";
import { attribute, childNamed, childrenNamed, childText, type XmlElement } from "./xml-document.ts";

type ObjectiveMap = { targetObjectiveID: string } & Record<string, unknown>;
type Objective = { objectiveID: string; mapInfo: ObjectiveMap[] } & Record<string, unknown>;

export type Objectives = {
  primaryObjective: Objective | undefined;
  objectives: Objective[];
  scaledPassingScore: number | null;
  objectiveIds: string[];
};

/**
 * scorm-again takes no objective without a name, and tells the package of every named one. A blank is a name to it
 * that it keeps to itself: for a primary objective without objectiveID.
 */
const namelessObjective = " ";

/** imsss:objectives with what adlseq:objectives adds, in the order of the manifest. */
export function readObjectives(definition: XmlElement): Objectives {
  const list = childrenNamed(definition, "objectives").find(({ family }) => family !== "adlseq");
  const primary = list && childNamed(list, "primaryObjective");
  const others = list ? childrenNamed(list, "objective") : [];
  const extensions = extensionsById(definition);
  const isByMeasure = isFlagSet(primary, "satisfiedByMeasure", false);
  const primaryObjective = primary && readObjective(primary, extensions, true);
  const saysSomething =
    primaryObjective !== undefined &&
    (primaryObjective.objectiveID !== namelessObjective ||
      isByMeasure ||
      primaryObjective.mapInfo.length > 0);
  const objectives = others
    .filter((objective) => attribute(objective, "objectiveID") !== null)
    .map((objective) => readObjective(objective, extensions, false));
  return {
    primaryObjective: saysSomething ? primaryObjective : undefined,
    objectives,
    scaledPassingScore: isByMeasure && primary ? passingMeasure(primary) : null,
    objectiveIds: [primaryObjective, ...objectives].flatMap((objective) =>
      objective && objective.objectiveID !== namelessObjective ? [objective.objectiveID] : [],
    ),
  };
}

function readObjective(
  element: XmlElement,
  extensions: ReadonlyMap<string, XmlElement[]>,
  isPrimary: boolean,
): Objective {
  const id = attribute(element, "objectiveID") ?? namelessObjective;
  const satisfiedByMeasure = isFlagSet(element, "satisfiedByMeasure", false);
  return {
    objectiveID: id,
    isPrimary,
    satisfiedByMeasure,
    ...(satisfiedByMeasure ? { minNormalizedMeasure: passingMeasure(element) } : {}),
    mapInfo: mergedMaps(
      childrenNamed(element, "mapInfo").map(map),
      (extensions.get(id) ?? []).map(extendedMap),
    ),
  };
}

function passingMeasure(objective: XmlElement): number {
  return numberOf(childText(objective, "minNormalizedMeasure")) ?? 1;
}

function extensionsById(definition: XmlElement): ReadonlyMap<string, XmlElement[]> {
  const lists = childrenNamed(definition, "objectives", "adlseq");
  const objectives = lists.flatMap((list) => childrenNamed(list, "objective"));
  return new Map(
    objectives.map((objective) => [
      attribute(objective, "objectiveID") ?? namelessObjective,
      childrenNamed(objective, "mapInfo"),
    ]),
  );
}

/** Of a global objective. It is an xs:anyURI: blanks count as one, also when they are written as %20. */
function target(element: XmlElement): string {
  const written = attribute(element, "targetObjectiveID") ?? "";
  return written.replaceAll("%20", " ").replace(/\s+/g, " ").trim();
}

/** IMS SS: a map reads unless it says otherwise, and writes only if it says so. */
function map(element: XmlElement): ObjectiveMap {
  return {
    targetObjectiveID: target(element),
    readSatisfiedStatus: isFlagSet(element, "readSatisfiedStatus", true),
    readNormalizedMeasure: isFlagSet(element, "readNormalizedMeasure", true),
    writeSatisfiedStatus: isFlagSet(element, "writeSatisfiedStatus", false),
    writeNormalizedMeasure: isFlagSet(element, "writeNormalizedMeasure", false),
  };
}

const extendedValues = ["RawScore", "MinScore", "MaxScore", "CompletionStatus", "ProgressMeasure"];

/** SCORM 2004 4th edition: the same defaults for what adlseq adds. */
function extendedMap(element: XmlElement): ObjectiveMap {
  return {
    targetObjectiveID: target(element),
    ...Object.fromEntries(
      extendedValues.flatMap((name) => [
        [`read${name}`, isFlagSet(element, `read${name}`, true)],
        [`write${name}`, isFlagSet(element, `write${name}`, false)],
      ]),
    ),
  };
}

const noMap = { readSatisfiedStatus: false, readNormalizedMeasure: false };
const noExtendedMap = Object.fromEntries(extendedValues.map((name) => [`read${name}`, false]));

/**
 * One map for each global objective. What only one of the two lists maps is neither read nor written by the other:
 * scorm-again would take a missing value for "read".
 */
function mergedMaps(maps: ObjectiveMap[], extended: ObjectiveMap[]): ObjectiveMap[] {
  const targets = new Set([...maps, ...extended].map(({ targetObjectiveID }) => targetObjectiveID));
  return [...targets].map((targetObjectiveID) =>
    withoutNothing({
      ...noMap,
      ...noExtendedMap,
      ...maps.find((candidate) => candidate.targetObjectiveID === targetObjectiveID),
      ...extended.find((candidate) => candidate.targetObjectiveID === targetObjectiveID),
    }),
  ) as ObjectiveMap[];
}
