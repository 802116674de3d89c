import type { Cmi5Node } from "#app/library/package-structure.ts";

/** IRIs of cmi5 (https://w3id.org/xapi/cmi5), sections 9.3 to 9.6. */
export const cmi5Verbs = {
  launched: "http://adlnet.gov/expapi/verbs/launched",
  initialized: "http://adlnet.gov/expapi/verbs/initialized",
  completed: "http://adlnet.gov/expapi/verbs/completed",
  passed: "http://adlnet.gov/expapi/verbs/passed",
  failed: "http://adlnet.gov/expapi/verbs/failed",
  abandoned: "https://w3id.org/xapi/adl/verbs/abandoned",
  waived: "https://w3id.org/xapi/adl/verbs/waived",
  terminated: "http://adlnet.gov/expapi/verbs/terminated",
  satisfied: "https://w3id.org/xapi/adl/verbs/satisfied",
} as const;

export const cmi5Category = "https://w3id.org/xapi/cmi5/context/categories/cmi5";
export const moveOnCategory = "https://w3id.org/xapi/cmi5/context/categories/moveon";

const extension = (name: string) => `https://w3id.org/xapi/cmi5/context/extensions/${name}`;
export const cmi5Extensions = {
  sessionId: extension("sessionid"),
  masteryScore: extension("masteryscore"),
  launchMode: extension("launchmode"),
  launchUrl: extension("launchurl"),
  moveOn: extension("moveon"),
  launchParameters: extension("launchparameters"),
} as const;

export const activityTypes = {
  course: "https://w3id.org/xapi/cmi5/activitytype/course",
  block: "https://w3id.org/xapi/cmi5/activitytype/block",
} as const;

export type Cmi5LaunchMode = "Normal" | "Review";

/** What an AU copies into the context of all its statements (cmi5, 10.2.1). */
export function contextTemplate(node: Cmi5Node, sessionId: string) {
  return {
    contextActivities: { grouping: [{ objectType: "Activity" as const, id: node.id }] },
    extensions: { [cmi5Extensions.sessionId]: sessionId },
  };
}

/** The state document LMS.LaunchData (cmi5, 10.2). */
export function launchData(
  node: Cmi5Node,
  { sessionId, launchMode, returnUrl }: { sessionId: string; launchMode: Cmi5LaunchMode; returnUrl: string },
) {
  return {
    contextTemplate: contextTemplate(node, sessionId),
    launchMode,
    moveOn: node.moveOn,
    returnURL: returnUrl,
    ...(node.launchParameters !== "" && { launchParameters: node.launchParameters }),
    ...(node.masteryScore !== null && { masteryScore: node.masteryScore }),
    ...(node.entitlementKey !== null && { entitlementKey: { courseStructure: node.entitlementKey } }),
  };
}
