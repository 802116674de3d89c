import { activitiesOf } from "#app/library/package-activities.ts";
import type { ScormStructure } from "#app/library/package-structure.ts";

import { callLog } from "./call-log.ts";
import { loggedApi } from "./logged-api.ts";
import { restoreValues } from "./restore-values.ts";
import { addressIn, type Runner, type Stage } from "./runner.ts";
import { Scorm2004API } from "./scorm-again-2004.ts";
import { functionsOf, keepingErrors, offerApi, quietSettings } from "./scorm2004-functions.ts";
import { scorm2004State } from "./scorm2004-state.ts";

/** Requests after which a package expects to be closed. */
const endings = new Set(["exit", "exitAll", "abandon", "abandonAll", "suspendAll"]);

/** A SCORM 2004 package with one activity. */
export function singleScoRunner(stage: Stage, structure: ScormStructure): Runner {
  const { boot, log, frame } = stage;
  const activity = activitiesOf(structure.root).find(({ launch }) => launch !== null);
  const model = new Scorm2004API(quietSettings);

  function openModel(id: string) {
    const values = boot.values[id] ?? {};
    const result = boot.results[id];
    const isBegun = Object.keys(values).some((element) => element.startsWith("cmi."));
    const isResumed = values["cmi.exit"] === "suspend" || result?.completion !== "completed";
    const entry = isBegun ? (isResumed ? "resume" : "") : "ab-initio";
    const objectives = Object.fromEntries(
      (activity?.objectiveIds ?? []).map((objective, index) => [`cmi.objectives.${index}.id`, objective]),
    );
    if (!activity) return;
    restoreValues(model, {
      ...objectives,
      ...scorm2004State(boot, activity, { values, seconds: result?.seconds ?? 0, entry }),
    });
  }

  let request = "_none_";
  let isLeaving = false;

  return {
    async start() {
      if (!activity) {
        stage.tell({ sigurna: "problem", reason: "content" });
        return;
      }
      openModel(activity.id);
      const calls = callLog(log, activity.id);
      offerApi(
        loggedApi({
          model: functionsOf(model),
          isInitialized: () => model.isInitialized(),
          isNotInitialized: () => model.isNotInitialized(),
          log: () => calls,
          errors: keepingErrors,
          onSet: (element, value) => {
            if (element === "adl.nav.request") request = value;
          },
          onTerminate: () => {
            if (!isLeaving && endings.has(request)) stage.tell({ sigurna: "ended" });
          },
        }),
      );
      if (activity.kind === "asset") log.append({ activity: activity.id, kind: "initialize" });
      stage.tell({ sigurna: "running" });
      frame.show(addressIn(boot, activity.launch ?? ""), activity.title);
    },
    async leave() {
      isLeaving = true;
      await frame.clear();
      if (activity && model.isInitialized()) log.note({ activity: activity.id, kind: "leave" });
    },
  };
}
