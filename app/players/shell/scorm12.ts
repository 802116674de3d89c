import { activitiesOf } from "#app/library/package-activities.ts";
import type { ScormActivity } from "#app/library/package-structure.ts";

import { activityProgress } from "./activity-progress.ts";
import { callLog } from "./call-log.ts";
import { choosableActivities } from "./choosable.ts";
import { showContents } from "./contents.ts";
import { loggedApi, type ScormFunctions } from "./logged-api.ts";
import { restoreValues } from "./restore-values.ts";
import { addressIn, type Runner, type Stage } from "./runner.ts";
import { Scorm12API } from "./scorm-again-12.ts";
import { scorm12State } from "./scorm12-state.ts";

/** One SCO at a time, each with a data model of its own: nothing of one is seen by the next. */
export function scorm12Runner(stage: Stage): Runner {
  const { boot, log, frame } = stage;
  const { structure } = boot;
  if (structure.standard !== "scorm-1.2") throw new Error("Not SCORM 1.2");
  const launchable = activitiesOf(structure.root).filter(({ launch }) => launch !== null);
  const progress = activityProgress(stage, launchable);
  let isLeaving = false;
  let running: { activity: ScormActivity; model: InstanceType<typeof Scorm12API> } | null = null;

  const contents =
    launchable.length > 1
      ? showContents(stage, structure.root, {
          choose: (id) => void open(id),
          previous: () => void openNext(-1),
          next: () => void openNext(1),
        })
      : null;

  function refresh() {
    const current = running?.activity.id ?? null;
    const choosable = choosableActivities(launchable, progress.result);
    contents?.update({
      current,
      stateOf: (id) => progress.result(id),
      canChoose: (id) => choosable.has(id),
      hasPrevious: findNext(-1) !== null,
      hasNext: findNext(1) !== null,
    });
  }

  function findNext(step: 1 | -1): ScormActivity | null {
    const choosable = choosableActivities(launchable, progress.result);
    const at = launchable.findIndex(({ id }) => id === running?.activity.id);
    for (let index = at + step; index >= 0 && index < launchable.length; index += step) {
      const activity = launchable[index];
      if (activity && choosable.has(activity.id)) return activity;
    }
    return null;
  }

  async function openNext(step: 1 | -1) {
    const activity = findNext(step);
    if (activity) await open(activity.id);
  }

  async function open(id: string) {
    const activity = launchable.find((candidate) => candidate.id === id);
    if (!activity) return;
    await close();
    const model = new Scorm12API({ autocommit: false, lmsCommitUrl: false, logLevel: 5 });
    restoreValues(model, scorm12State(boot, activity, progress.values(id), progress.result(id)));
    running = { activity, model };
    // Where SCORM 1.2 packages look for the LMS.
    Object.assign(window, { API: apiOf(activity, model) });
    if (activity.kind === "asset" && log.append({ activity: id, kind: "initialize" })) {
      progress.initialized(id);
    }
    stage.tell({ sigurna: "running" });
    frame.show(addressIn(boot, activity.launch ?? ""), activity.title);
    refresh();
  }

  function apiOf(activity: ScormActivity, model: InstanceType<typeof Scorm12API>) {
    const { id } = activity;
    const calls = callLog(log, id);
    return namedFor12(
      loggedApi({
        model: functionsOf(model),
        isInitialized: () => model.isInitialized(),
        isNotInitialized: () => model.isNotInitialized(),
        log: () => calls,
        errors: { initialize: "101", terminate: "101", set: "101", commit: "101" },
        onInitialize: () => {
          progress.initialized(id);
          refresh();
        },
        onSet: (element, value) => {
          progress.set(id, element, value);
          if (element === "cmi.core.lesson_status" || element.startsWith("cmi.core.score")) refresh();
        },
        onTerminate: () => {
          progress.terminated(id);
          refresh();
          const isOver = !contents && !isLeaving && progress.values(id)["cmi.core.exit"] !== "suspend";
          if (isOver) stage.tell({ sigurna: "ended" });
        },
      }),
    );
  }

  /** Takes the page away, so that it can finish; one that does not is noted as left. */
  async function close() {
    if (!running) return;
    const { activity, model } = running;
    await frame.clear();
    if (model.isInitialized()) log.note({ activity: activity.id, kind: "leave" });
    running = null;
  }

  return {
    async start() {
      const first = progress.lastOpened() ?? findNext(1)?.id ?? launchable[0]?.id;
      if (first === undefined) stage.tell({ sigurna: "problem", reason: "content" });
      else await open(first);
    },
    leave() {
      isLeaving = true;
      return close();
    },
  };
}

function functionsOf(model: InstanceType<typeof Scorm12API>): ScormFunctions {
  return {
    Initialize: (parameter) => model.LMSInitialize(parameter),
    Terminate: (parameter) => model.LMSFinish(parameter),
    GetValue: (element) => model.LMSGetValue(element),
    SetValue: (element, value) => model.LMSSetValue(element, value),
    Commit: (parameter) => model.LMSCommit(parameter),
    GetLastError: () => model.LMSGetLastError(),
    GetErrorString: (code) => model.LMSGetErrorString(code),
    GetDiagnostic: (code) => model.LMSGetDiagnostic(code),
  };
}

function namedFor12(api: ScormFunctions) {
  return {
    LMSInitialize: api.Initialize,
    LMSFinish: api.Terminate,
    LMSGetValue: api.GetValue,
    LMSSetValue: api.SetValue,
    LMSCommit: api.Commit,
    LMSGetLastError: api.GetLastError,
    LMSGetErrorString: api.GetErrorString,
    LMSGetDiagnostic: api.GetDiagnostic,
  };
}
