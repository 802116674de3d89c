import type { ScormActivity } from "#app/library/package-structure.ts";

/** A SCO of which the manifest says nothing but what is given. */
export function scormActivity(given: Partial<ScormActivity> = {}): ScormActivity {
  return {
    id: "s1",
    title: "",
    isVisible: true,
    kind: "sco",
    launch: "s1.html",
    masteryScore: null,
    prerequisites: null,
    dataFromLms: null,
    maxTimeAllowed: null,
    timeLimitAction: null,
    scaledPassingScore: null,
    completionThreshold: null,
    objectiveIds: [],
    sequencing: null,
    children: [],
    ...given,
  };
}
