import { activitiesOf } from "#app/library/package-activities.ts";
import type { ScormActivity, ScormStructure } from "#app/library/package-structure.ts";
import type { ActivityValues } from "#app/players/run-elements.ts";

import { activityTree } from "./activity-tree.ts";
import { type CallLog, callLog } from "./call-log.ts";
import { showContents } from "./contents.ts";
import { loggedApi, type ScormFunctions } from "./logged-api.ts";
import { restoreValues } from "./restore-values.ts";
import { addressIn, type Runner, type Stage } from "./runner.ts";
import { type NavigationValidity, Scorm2004API } from "./scorm-again-2004.ts";
import { functionsOf, keepingErrors, offerApi, quietSettings } from "./scorm2004-functions.ts";
import { scorm2004State, valuesOfContent } from "./scorm2004-state.ts";
import { sequencedContents } from "./sequenced-contents.ts";
import { sequencingSession } from "./sequencing/session.ts";
import { type Ending, sequencingMemory } from "./sequencing-memory.ts";

/** What a navigation request has led to, as scorm-again keeps it. */
type Outcome = { targetActivity: { id: string; deliveryWasResumed: boolean } | null };

/** A SCORM 2004 package with several activities: scorm-again's sequencing decides what is shown. */
export function sequencedRunner(
  stage: Stage,
  structure: Extract<ScormStructure, { standard: "scorm-2004" }>,
): Runner {
  const { boot, log, frame } = stage;
  const activities = new Map(activitiesOf(structure.root).map((activity) => [activity.id, activity]));
  const values = new Map<string, ActivityValues>(
    Object.entries(boot.values).map(([id, known]) => [id, { ...known }]),
  );
  let hidden: NavigationValidity["hideLmsUi"] = [];
  let lastResult: unknown = null;
  let running: ScormActivity | null = null;
  let calls: CallLog = callLog(log, "");
  /** What the learner, not the package, wants; it goes before what the package asks for. */
  let wish: string | null = null;
  let ending: Ending = null;
  let isGoing = false;
  /** The SCO has ended its session and asked for nothing: its attempt goes on until something is asked for. */
  let isHeld = false;
  let work: Promise<void> = Promise.resolve();

  const model = new Scorm2004API({
    ...quietSettings,
    sequencing: {
      activityTree: activityTree(structure.root),
      logLevel: "error",
      eventListeners: {
        onSequencingSessionEnd: ({ reason }) => {
          ending = reason === "suspend_all" ? "suspended" : "ended";
        },
        onNavigationValidityUpdate: ({ hideLmsUi }) => {
          hidden = hideLmsUi;
        },
      },
    },
    sequencingStatePersistence: {
      persistence: { saveState: () => Promise.resolve(true), loadState: () => Promise.resolve(null) },
      autoLoadOnInitialize: false,
      autoSaveOn: "never",
      compress: false,
    },
  });
  const session = sequencingSession(model);
  const memory = sequencingMemory(stage, structure, model);
  const contents = showContents(stage, withWhole(structure.root), {
    choose: (id) => void request(`{target=${id}}choice`),
    previous: () => void request("previous"),
    next: () => void request("continue"),
    suspend: () => void request("suspendAll"),
    end: () => void request("exitAll"),
  });

  function refresh() {
    contents.update(
      sequencedContents({ stage, model, session, hidden, current: running?.id ?? null, ending }),
    );
  }

  /** One thing after the other: a page is gone before the next is shown. */
  function afterwards(step: () => Promise<void>): Promise<void> {
    work = work.then(step);
    return work;
  }

  /** From our buttons: the page in the frame ends first, and its end carries the request. */
  function request(navigation: string): Promise<void> {
    return afterwards(async () => {
      wish = navigation;
      await frame.clear();
      if (running && model.isInitialized()) {
        log.note({ activity: running.id, kind: "leave" });
        terminate("");
      }
      if (wish) navigate(takeWish());
      await settle();
    });
  }

  function takeWish(): string {
    const taken = wish ?? "_none_";
    wish = null;
    return taken;
  }

  function navigate(navigation: string) {
    isHeld = false;
    session.navigate(navigation);
  }

  function terminate(parameter: string): string {
    const navigation = isGoing ? goingRequest() : wish;
    if (navigation) model.adl.nav.request = navigation;
    const isSilent = model.adl.nav.request === "_none_" && model.cmi.getExitValueInternal() !== "logout";
    const result = isSilent ? session.hold(() => model.Terminate(parameter)) : model.Terminate(parameter);
    if (result === "true") {
      wish = null;
      isHeld = isSilent;
    }
    return result;
  }

  /** A window that closes suspends, unless the package itself ends everything. */
  function goingRequest(): string {
    const asked = model.adl.nav.request;
    return asked === "exitAll" || asked === "abandonAll" ? asked : "suspendAll";
  }

  /**
   * The activity that the last navigation has chosen, once. Not by the event: there is none when an activity is chosen
   * that is running already.
   */
  function takeOrder(): Outcome["targetActivity"] {
    const { lastSequencingResult: result } = model.getSequencingState() as {
      lastSequencingResult: Outcome | null;
    };
    if (result === lastResult) return null;
    lastResult = result;
    return result?.targetActivity ?? null;
  }

  /** Carries out what the last navigation has led to. */
  async function settle() {
    const next = takeOrder();
    const activity = next && activities.get(next.id);
    if (activity) {
      await deliver(activity, next.deliveryWasResumed);
    } else if (ending) {
      await frame.clear();
      running = null;
      stage.tell({ sigurna: "ended" });
    }
    memory.save(ending);
    refresh();
  }

  async function deliver(activity: ScormActivity, isResumed: boolean) {
    await frame.clear();
    running = activity;
    ending = null;
    const { id } = activity;
    if (!isResumed) beginAnew(id);
    calls = callLog(log, id);
    model.reset(undefined, { resetTotalTime: true });
    forgetLaunchData(model);
    const known = values.get(id) ?? {};
    restoreValues(
      model,
      scorm2004State(boot, activity, {
        values: known,
        seconds: memory.seconds.get(id) ?? 0,
        entry: isResumed ? "resume" : "ab-initio",
      }),
    );
    keepAsSetByContent(model, known);
    if (activity.kind === "asset") log.append({ activity: id, kind: "initialize" });
    stage.tell({ sigurna: "running" });
    frame.show(addressIn(boot, activity.launch ?? ""), activity.title);
  }

  /** A new attempt at an activity: what an earlier one has set no longer counts. */
  function beginAnew(id: string) {
    if (Object.keys(values.get(id) ?? {}).length > 0) log.append({ activity: id, kind: "reset" });
    values.set(id, {});
    memory.seconds.set(id, 0);
  }

  const logged: ScormFunctions = loggedApi({
    model: { ...functionsOf(model), Terminate: terminate },
    isInitialized: () => model.isInitialized(),
    isNotInitialized: () => model.isNotInitialized(),
    log: () => calls,
    errors: keepingErrors,
    onSet(element, value) {
      if (!running || element.startsWith("adl.")) return;
      values.set(running.id, { ...values.get(running.id), [element]: value });
    },
    onTerminate() {
      if (running) memory.seconds.set(running.id, secondsOf(model));
      if (isGoing) memory.save(ending);
      else void afterwards(settle);
    },
  });

  // The shell hears of it before the page in the frame does.
  for (const event of ["beforeunload", "pagehide"]) {
    addEventListener(event, () => {
      isGoing = true;
      setTimeout(() => (isGoing = false), 0);
    });
  }
  // Captured: before the log is sent for the last time.
  addEventListener("pagehide", endHeldForGood, { capture: true });

  return {
    async start() {
      offerApi(logged);
      const left = memory.restore();
      if (left === "ended") session.reopen();
      if (left === "new" || left === "ended") {
        navigate("start");
      } else {
        // A session that broke off is suspended first: neither "start" nor "resumeAll" is valid inside it.
        if (left === "broken off") navigate("suspendAll");
        navigate("resumeAll");
      }
      ending = null;
      await afterwards(settle);
    },
    leave: () => afterwards(leave),
  };

  async function leave() {
    isGoing = true;
    await frame.clear();
    if (running && model.isInitialized()) {
      log.note({ activity: running.id, kind: "leave" });
      terminate("");
    } else {
      // The learner asks for nothing any more.
      if (isHeld) navigate("exit");
      if (!ending) navigate("suspendAll");
    }
    memory.save(ending);
  }

  function endHeldForGood() {
    if (!isHeld) return;
    navigate("exit");
    memory.save(ending);
  }
}

/** The package as a whole is an entry of its own: who chooses it begins with its first activity. */
function withWhole(root: ScormActivity): ScormActivity {
  return { ...root, children: [{ ...root, children: [] }, ...root.children] };
}

/** What scorm-again's reset leaves from the SCO before, when the next one's manifest says nothing about it. */
function forgetLaunchData({ cmi }: Scorm2004API) {
  cmi.launch_data = "";
  cmi.max_time_allowed = "";
  cmi.scaled_passing_score = "";
}

/** The rollup asks what the package has set in this attempt, also before it was suspended. */
function keepAsSetByContent(model: Scorm2004API, values: ActivityValues) {
  const { _runtimeSetCMIElements: elements } = model as unknown as { _runtimeSetCMIElements: Set<string> };
  for (const element of Object.keys(valuesOfContent(values))) elements.add(element);
}

function secondsOf(model: Scorm2004API): number {
  const match = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/.exec(
    model.cmi.getCurrentTotalTime(),
  );
  const [, days = "0", hours = "0", minutes = "0", seconds = "0"] = match ?? [];
  return Number(days) * 86_400 + Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds);
}
