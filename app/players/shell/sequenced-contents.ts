import { activitiesOf, type ScormActivity } from "#app/library/package-structure.ts";
import type { ActivityResult } from "#app/players/boot.ts";

import type { ContentsState } from "./contents.ts";
import type { Stage } from "./runner.ts";
import type { NavigationValidity, Scorm2004API } from "./scorm-again-2004.ts";
import type { Ending } from "./sequencing-memory.ts";

type Situation = {
  stage: Stage;
  model: Scorm2004API;
  validity: NavigationValidity | null;
  current: string | null;
  ending: Ending;
};

/** What the table of contents of a sequenced package shows and allows. */
export function sequencedContents(situation: Situation): ContentsState {
  const { stage, model, validity, current, ending } = situation;
  const isOver = ending !== null;
  return {
    current,
    stateOf: (id) => stateOf(activityIn(model, id)),
    canChoose: (id) => !isOver && canChoose(situation, id),
    hasPrevious: !isOver && validity?.previous === true,
    hasNext: !isOver && validity?.continue === true,
    hides: new Set(validity?.hideLmsUi ?? []),
    message: messageOf(situation, stage.text),
  };
}

function messageOf({ ending, current }: Situation, text: Stage["text"]): string | null {
  if (ending === "suspended") return text("shellSuspended");
  if (ending === "ended") return text("shellEnded");
  return current === null ? text("shellChoose") : null;
}

/** Before the first activity, scorm-again says nothing of what may be chosen: then the control modes say it. */
function canChoose({ stage, validity, current }: Situation, id: string): boolean {
  if (validity && current !== null) return validity.choice[id] === "true";
  const { structure } = stage.boot;
  return "root" in structure && isChoosable(structure.root, id);
}

/** Whether "choice" is allowed all the way down to an activity (SN 3.2.1). */
function isChoosable(parent: ScormActivity, id: string): boolean {
  const controls = parent.sequencing?.sequencingControls as { choice?: boolean } | undefined;
  if (controls?.choice === false) return false;
  return parent.children.some((child) => child.id === id || isChoosable(child, id));
}

type Tracked = {
  id: string;
  attemptCount: number;
  completionStatus: string;
  successStatus: string;
  children: Tracked[];
};

function activityIn(model: Scorm2004API, id: string): Tracked | undefined {
  const { rootActivity } = model.getSequencingState() as { rootActivity: Tracked | null };
  return rootActivity ? activitiesOf(rootActivity).find((activity) => activity.id === id) : undefined;
}

function stateOf(activity: Tracked | undefined): Pick<ActivityResult, "completion" | "success"> | undefined {
  if (!activity || activity.attemptCount === 0) return undefined;
  const { completionStatus, successStatus } = activity;
  return {
    completion: completionStatus === "completed" ? "completed" : "incomplete",
    success: successStatus === "passed" || successStatus === "failed" ? successStatus : "unknown",
  };
}
