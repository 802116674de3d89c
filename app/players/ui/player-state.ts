import type { FromShell, SaveStatus } from "#app/players/shell-messages.ts";

import type { LaunchOutcome, OpenedLaunch, RenewalOutcome } from "./launch-request.ts";

/** Why the page cannot reach its server in the learner's name; tried again by itself. */
export type Trouble = "signed-out" | "other-person" | "offline";

export type PlayerState = {
  /**
   * opening: asking for the player. busy: open elsewhere, the learner decides. superseded: continued elsewhere.
   * problem: the shell could not show it. refused: it may not be opened.
   */
  stage: "opening" | "busy" | "refused" | "playing" | "superseded" | "problem";
  launch: OpenedLaunch | null;
  lastSeenAt: string | null;
  sentence: string | null;
  trouble: Trouble | null;
  save: SaveStatus;
  isRunning: boolean;
  isEnded: boolean;
  /** The shell waits for the launch to be renewed. */
  isExpired: boolean;
  /** Of the content, in CSS pixels; null for packages that fill the frame they are given. */
  height: number | null;
  problem: "files" | "boot" | "content" | null;
};

export type PlayerEvent =
  | { type: "answer"; outcome: LaunchOutcome }
  | { type: "renewal"; outcome: RenewalOutcome }
  | { type: "shell"; message: FromShell }
  | { type: "reopen"; launch: OpenedLaunch | null };

const smallest = 160;
const largest = 20_000;

export function opening(launch: OpenedLaunch | null = null): PlayerState {
  return {
    stage: launch ? "playing" : "opening",
    launch,
    lastSeenAt: null,
    sentence: null,
    trouble: null,
    save: "saved",
    isRunning: false,
    isEnded: false,
    isExpired: false,
    height: null,
    problem: null,
  };
}

/** What the page knows of its player after an event. */
export function playerState(state: PlayerState, event: PlayerEvent): PlayerState {
  switch (event.type) {
    case "reopen":
      return opening(event.launch);
    case "answer":
      return afterAnswer(state, event.outcome);
    case "renewal":
      return afterRenewal(state, event.outcome);
    case "shell":
      return afterMessage(state, event.message);
  }
}

function afterAnswer(state: PlayerState, outcome: LaunchOutcome): PlayerState {
  switch (outcome.kind) {
    case "opened":
      return opening(outcome.launch);
    case "busy":
      return { ...opening(), stage: "busy", lastSeenAt: outcome.lastSeenAt };
    case "refused":
      return { ...opening(), stage: "refused", sentence: outcome.sentence };
    default:
      return { ...state, trouble: outcome.kind };
  }
}

function afterRenewal(state: PlayerState, outcome: RenewalOutcome): PlayerState {
  if (outcome === "renewed") return { ...state, trouble: null, isExpired: false };
  if (outcome === "superseded") return { ...state, trouble: null, stage: "superseded" };
  // Without a connection the shell itself says that it waits.
  return { ...state, trouble: outcome === "offline" && !state.isExpired ? null : outcome };
}

function afterMessage(state: PlayerState, message: FromShell): PlayerState {
  switch (message.sigurna) {
    case "status":
      return { ...state, save: message.status };
    case "expired":
      return { ...state, isExpired: true };
    case "superseded":
      return { ...state, stage: "superseded" };
    case "running":
      return { ...state, isRunning: true };
    case "ended":
      return { ...state, isEnded: true };
    case "height":
      return { ...state, height: Math.min(largest, Math.max(smallest, Math.ceil(message.pixels))) };
    case "problem":
      return { ...state, stage: "problem", problem: message.reason };
    default:
      return state;
  }
}
