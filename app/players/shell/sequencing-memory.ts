import type { GlobalObjectiveMapEntry } from "scorm-again";

import type { ScormStructure } from "#app/library/package-structure.ts";
import { ownElements } from "#app/players/run-elements.ts";

import type { Stage } from "./runner.ts";
import type { Scorm2004API } from "./scorm-again-2004.ts";

type Structure = Extract<ScormStructure, { standard: "scorm-2004" }>;

/** How a sequencing session is over; null while it is not. */
export type Ending = "suspended" | "ended" | null;

/** Where a sequenced package stands. `state` is scorm-again's own. Earlier versions kept null when a session had ended. */
type Memory = {
  state: string | null;
  isSuspended: boolean;
  isEnded?: boolean;
  seconds: Record<string, number>;
};

/** Keeps and gives back where a sequenced package stands, as values of the package as a whole. */
export function sequencingMemory({ boot, log }: Stage, structure: Structure, model: Scorm2004API) {
  const values = boot.values[""] ?? {};
  const stored = parse<Memory>(values[ownElements.sequencing]);
  /** Seconds of each activity's present attempt: cmi.total_time starts anew with a new one. */
  const seconds = new Map(Object.entries(stored?.seconds ?? {}));
  const last = new Map<string, string>();

  function keep(element: string, value: string) {
    if (last.get(element) === value) return;
    last.set(element, value);
    log.append({ activity: "", kind: "set", element, value });
  }

  return {
    seconds,
    /** What is left of earlier sessions; whether there is a session to go on with, and how it was left. */
    restore(): "new" | "suspended" | "broken off" | "ended" {
      // A review shows everything again: what is tracked would skip what is done.
      const isReviewed = stored?.isEnded && boot.mode === "review";
      if (stored?.state && !isReviewed && model.deserializeSequencingState(stored.state)) {
        if (stored.isEnded) return "ended";
        return stored.isSuspended ? "suspended" : "broken off";
      }
      const objectives = parse<Record<string, GlobalObjectiveMapEntry>>(values[ownElements.globalObjectives]);
      if (objectives && structure.objectivesGlobalToSystem) model.restoreGlobalObjectiveSnapshot(objectives);
      const data = parse<Record<string, string>>(values[ownElements.sharedData]);
      if (data && structure.sharedDataGlobalToSystem) model.restoreSharedDataSnapshot(data);
      return "new";
    },
    save(ending: Ending) {
      const memory: Memory = {
        state: model.serializeSequencingState(),
        isSuspended: ending === "suspended",
        isEnded: ending === "ended",
        seconds: Object.fromEntries(seconds),
      };
      const { globalObjectives, sharedData } = snapshotOf(model);
      keep(ownElements.globalObjectives, JSON.stringify(globalObjectives));
      keep(ownElements.sharedData, JSON.stringify(sharedData));
      keep(ownElements.root, JSON.stringify(rootResult(model)));
      keep(ownElements.sequencing, JSON.stringify(memory));
    },
  };
}

function snapshotOf(model: Scorm2004API) {
  const state = JSON.parse(model.serializeSequencingState()) as { globalObjectiveMap?: unknown };
  return {
    globalObjectives: state.globalObjectiveMap ?? {},
    sharedData: model.captureSharedDataSnapshot(),
  };
}

/** The rollup of the whole package. */
function rootResult(model: Scorm2004API) {
  const { rootActivity: root } = model.getSequencingState() as {
    rootActivity: Record<string, unknown> | null;
  };
  return {
    completion: root?.completionStatus ?? "unknown",
    success: root?.successStatus ?? "unknown",
    scaled: root?.objectiveMeasureStatus === true ? root.objectiveNormalizedMeasure : null,
  };
}

function parse<T>(text: string | undefined): T | null {
  try {
    return text ? (JSON.parse(text) as T) : null;
  } catch {
    return null;
  }
}
