import { isFlagSet, numberOf, withoutNothing } from "./scorm-values.ts";
import { readObjectives } from "./scorm-objectives.ts";
import { attribute, childNamed, childrenNamed, type XmlElement } from "./xml-document.ts";

/**
 * What an activity's imsss:sequencing says (IMS Simple Sequencing 1.0, SCORM 2004 SN), for the player. `settings` have
 * the shape of scorm-again's ActivitySettings with every default of the specification written out.
 */
export type Sequencing = {
  settings: Record<string, unknown>;
  scaledPassingScore: number | null;
  objectiveIds: string[];
  attemptDurationLimit: string | null;
};

/** The sequencing definitions of imsss:sequencingCollection by their ID. */
export function readCollections(manifest: XmlElement): Map<string, XmlElement> {
  const definitions = childrenNamed(manifest, "sequencingCollection").flatMap((collection) =>
    childrenNamed(collection, "sequencing"),
  );
  return new Map(definitions.map((definition) => [attribute(definition, "ID") ?? "", definition]));
}

/** Of an item or organization. `onUndefined` hears of a definition that is referred to and not there. */
export function readSequencing(
  activity: XmlElement,
  collections: ReadonlyMap<string, XmlElement>,
  onUndefined: (name: string) => void,
): Sequencing {
  const definition = mergedDefinition(childNamed(activity, "sequencing"), collections, onUndefined);
  const rollupRules = childNamed(definition, "rollupRules");
  const limits = childNamed(definition, "limitConditions");
  const attemptDurationLimit = limits ? attribute(limits, "attemptAbsoluteDurationLimit") : null;
  const { primaryObjective, objectives, scaledPassingScore, objectiveIds } = readObjectives(definition);
  return {
    settings: withoutNothing({
      sequencingControls: {
        ...controlModes(childNamed(definition, "controlMode")),
        ...constrainedChoice(childNamed(definition, "constrainedChoiceConsiderations")),
        ...rollupControls(rollupRules),
        ...randomization(childNamed(definition, "randomizationControls")),
      },
      deliveryControls: deliveryControls(childNamed(definition, "deliveryControls")),
      sequencingRules: sequencingRules(childNamed(definition, "sequencingRules")),
      rollupRules: rollupRules && { rules: childrenNamed(rollupRules, "rollupRule").map(rollupRule) },
      rollupConsiderations: rollupConsiderations(childNamed(definition, "rollupConsiderations")),
      attemptLimit: limits && numberOf(attribute(limits, "attemptLimit")),
      attemptAbsoluteDurationLimit: attemptDurationLimit,
      primaryObjective,
      objectives: objectives.length > 0 ? objectives : undefined,
    }),
    scaledPassingScore,
    objectiveIds,
    attemptDurationLimit,
  };
}

const noDefinition: XmlElement = {
  name: "sequencing",
  family: "imsss",
  namespace: "",
  attributes: new Map(),
  children: [],
  text: "",
  nodes: [],
};

/** What an activity says itself replaces the same element of the definition it refers to (IMS SS, IDRef). */
function mergedDefinition(
  own: XmlElement | undefined,
  collections: ReadonlyMap<string, XmlElement>,
  onUndefined: (name: string) => void,
): XmlElement {
  if (!own) return noDefinition;
  const reference = attribute(own, "IDRef");
  const referred = reference === null ? undefined : collections.get(reference);
  if (reference !== null && !referred) onUndefined(reference);
  const inherited = (referred?.children ?? []).filter(
    (child) => !own.children.some(({ name, family }) => name === child.name && family === child.family),
  );
  return { ...own, children: [...own.children, ...inherited] };
}

function controlModes(element: XmlElement | undefined) {
  return {
    choice: isFlagSet(element, "choice", true),
    choiceExit: isFlagSet(element, "choiceExit", true),
    flow: isFlagSet(element, "flow", false),
    forwardOnly: isFlagSet(element, "forwardOnly", false),
    useCurrentAttemptObjectiveInfo: isFlagSet(element, "useCurrentAttemptObjectiveInfo", true),
    useCurrentAttemptProgressInfo: isFlagSet(element, "useCurrentAttemptProgressInfo", true),
  };
}

function constrainedChoice(element: XmlElement | undefined) {
  return {
    preventActivation: isFlagSet(element, "preventActivation", false),
    constrainChoice: isFlagSet(element, "constrainChoice", false),
  };
}

function rollupControls(element: XmlElement | undefined) {
  return {
    rollupObjectiveSatisfied: isFlagSet(element, "rollupObjectiveSatisfied", true),
    rollupProgressCompletion: isFlagSet(element, "rollupProgressCompletion", true),
    objectiveMeasureWeight: (element && numberOf(attribute(element, "objectiveMeasureWeight"))) ?? 1,
  };
}

/** scorm-again keeps in `reorderChildren` whether it has reordered; whether it should is `randomizeChildren`. */
function randomization(element: XmlElement | undefined) {
  return {
    selectionTiming: timing(element, "selectionTiming"),
    selectCount: (element && numberOf(attribute(element, "selectCount"))) ?? null,
    randomizationTiming: timing(element, "randomizationTiming"),
    randomizeChildren: isFlagSet(element, "reorderChildren", false),
  };
}

function timing(element: XmlElement | undefined, name: string) {
  const given = element && attribute(element, name);
  return given === "once" || given === "onEachNewAttempt" ? given : "never";
}

function deliveryControls(element: XmlElement | undefined) {
  return {
    tracked: isFlagSet(element, "tracked", true),
    completionSetByContent: isFlagSet(element, "completionSetByContent", false),
    objectiveSetByContent: isFlagSet(element, "objectiveSetByContent", false),
  };
}

function sequencingRules(element: XmlElement | undefined) {
  if (!element) return undefined;
  const rules = (name: string) => childrenNamed(element, name).flatMap(sequencingRule);
  return {
    preConditionRules: rules("preConditionRule"),
    exitConditionRules: rules("exitConditionRule"),
    postConditionRules: rules("postConditionRule"),
  };
}

function sequencingRule(rule: XmlElement) {
  const conditions = childNamed(rule, "ruleConditions");
  const action = ruleAction(rule, "ruleAction");
  if (!conditions || !action) return [];
  return [
    {
      action,
      conditionCombination: attribute(conditions, "conditionCombination") === "any" ? "any" : "all",
      conditions: childrenNamed(conditions, "ruleCondition").map((condition) =>
        withoutNothing({
          condition: attribute(condition, "condition") ?? "always",
          operator: attribute(condition, "operator") === "not" ? "not" : undefined,
          referencedObjective: attribute(condition, "referencedObjective"),
          parameters: threshold(condition),
        }),
      ),
    },
  ];
}

function threshold(condition: XmlElement) {
  const measure = numberOf(attribute(condition, "measureThreshold"));
  return measure === null ? undefined : { threshold: measure };
}

/** The manifest counts percent from 0 to 1, scorm-again from 0 to 100. */
function rollupRule(rule: XmlElement) {
  const conditions = childNamed(rule, "rollupConditions");
  const percent = numberOf(attribute(rule, "minimumPercent")) ?? 0;
  return {
    action: ruleAction(rule, "rollupAction") ?? "satisfied",
    consideration: attribute(rule, "childActivitySet") ?? "all",
    minimumCount: numberOf(attribute(rule, "minimumCount")) ?? 0,
    minimumPercent: Math.round(percent * 1_000_000) / 10_000,
    conditionCombination:
      conditions && attribute(conditions, "conditionCombination") === "all" ? "all" : "any",
    conditions: (conditions ? childrenNamed(conditions, "rollupCondition") : []).map((condition) => ({
      condition: attribute(condition, "condition") ?? "always",
      operator: attribute(condition, "operator") === "not" ? "not" : "noOp",
    })),
  };
}

function ruleAction(rule: XmlElement, name: string): string | null {
  const element = childNamed(rule, name);
  return element ? attribute(element, "action") : null;
}

function rollupConsiderations(element: XmlElement | undefined) {
  const required = (name: string) => (element && attribute(element, name)) ?? "always";
  return {
    requiredForSatisfied: required("requiredForSatisfied"),
    requiredForNotSatisfied: required("requiredForNotSatisfied"),
    requiredForCompleted: required("requiredForCompleted"),
    requiredForIncomplete: required("requiredForIncomplete"),
    measureSatisfactionIfActive: isFlagSet(element, "measureSatisfactionIfActive", true),
  };
}
