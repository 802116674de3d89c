import { activitiesOf } from "#app/library/package-activities.ts";
import type { ActivityResult } from "#app/players/boot.ts";

import type { ContentsState } from "./contents.ts";
import type { Stage } from "./runner.ts";
import type { Scorm2004API } from "./scorm-again-2004.ts";
import type { SequencingSession } from "./sequencing/session.ts";
import type { Ending } from "./sequencing-memory.ts";

type Situation = {
  stage: Stage;
  model: Scorm2004API;
  session: SequencingSession;
  /** Buttons of ours that the package does not want. */
  hidden: readonly string[];
  current: string | null;
  ending: Ending;
};

/** What the table of contents of a sequenced package shows and allows. */
export function sequencedContents({
  stage,
  model,
  session,
  hidden,
  current,
  ending,
}: Situation): ContentsState {
  const isOver = ending !== null;
  return {
    current,
    stateOf: (id) => stateOf(activityIn(model, id)),
    canChoose: (id) => !isOver && session.canChoose(id),
    isListed: session.isListed,
    hasPrevious: !isOver && session.canGoBack(),
    hasNext: !isOver && session.canGoOn(),
    hides: new Set(hidden),
    message: messageOf(current, ending, stage.text),
  };
}

function messageOf(current: string | null, ending: Ending, text: Stage["text"]): string | null {
  if (ending === "suspended") return text("shellSuspended");
  if (ending === "ended") return text("shellEnded");
  return current === null ? text("shellChoose") : null;
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
