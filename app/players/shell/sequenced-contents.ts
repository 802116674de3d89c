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
  const choice = validity?.choice ?? {};
  return {
    current,
    stateOf: (id) => {
      const tracked = model.getActivityTrackingData(id);
      return (
        (tracked && {
          completion: isCompletion(tracked.completionStatus) ? tracked.completionStatus : "unknown",
          success: isSuccess(tracked.successStatus) ? tracked.successStatus : "unknown",
        }) ??
        undefined
      );
    },
    canChoose: (id) => !isOver && choice[id] === "true",
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

function isCompletion(status: string): status is "completed" | "incomplete" | "not attempted" {
  return ["completed", "incomplete", "not attempted"].includes(status);
}

function isSuccess(status: string): status is "passed" | "failed" {
  return status === "passed" || status === "failed";
}
