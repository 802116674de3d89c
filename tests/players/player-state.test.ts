import { expect, test } from "vitest";

import type { OpenedLaunch } from "#app/players/ui/launch-request.ts";
import { opening, type PlayerEvent, playerState } from "#app/players/ui/player-state.ts";

const launch: OpenedLaunch = {
  launchId: "l1",
  shellUrl: "http://127.0.0.1:3000/shell/t",
  mode: "normal",
  attemptNumber: 1,
  registrationKey: "r1",
  isOutsideAllowed: false,
};
const after = (...events: PlayerEvent[]) => events.reduce(playerState, opening());
const opened: PlayerEvent = { type: "answer", outcome: { kind: "opened", launch } };
const expired: PlayerEvent = { type: "shell", message: { sigurna: "expired" } };

test("a player that is open elsewhere waits for the learner's word and then starts from nothing", () => {
  const busy = after({ type: "answer", outcome: { kind: "busy", lastSeenAt: "2026-11-24T10:00:00Z" } });
  expect(busy).toMatchObject({ stage: "busy", launch: null, lastSeenAt: "2026-11-24T10:00:00Z" });
  expect(playerState(busy, { type: "reopen", launch: null })).toEqual(opening());
});

test("a session that ended stops nothing: the package stays, and goes on after signing in again", () => {
  const ended = after(opened, expired, { type: "renewal", outcome: "signed-out" });
  expect(ended).toMatchObject({ stage: "playing", launch, trouble: "signed-out", isExpired: true });
  expect(playerState(ended, { type: "renewal", outcome: "renewed" })).toMatchObject({
    stage: "playing",
    trouble: null,
    isExpired: false,
  });
});

test("another person on the same browser is told so until the first one is back", () => {
  const other = after(opened, expired, { type: "renewal", outcome: "other-person" });
  expect(other.trouble).toBe("other-person");
  expect(playerState(other, { type: "renewal", outcome: "renewed" }).trouble).toBeNull();
});

test("without a connection, an ordinary renewal is no matter; an expired launch keeps asking", () => {
  expect(after(opened, { type: "renewal", outcome: "offline" }).trouble).toBeNull();
  expect(after(opened, expired, { type: "renewal", outcome: "offline" }).trouble).toBe("offline");
});

test.each<PlayerEvent>([
  { type: "renewal", outcome: "superseded" },
  { type: "shell", message: { sigurna: "superseded" } },
])("what was continued elsewhere stops here, whoever says so first", (event) => {
  expect(after(opened, event)).toMatchObject({ stage: "superseded", launch });
});

test.each([
  [1200.4, 1201],
  [0, 160],
  [Number.POSITIVE_INFINITY, 20_000],
])("a height of %s becomes %s pixels", (pixels, height) => {
  expect(after(opened, { type: "shell", message: { sigurna: "height", pixels } }).height).toBe(height);
});

test("a refusal and a problem are shown with their reason", () => {
  expect(after({ type: "answer", outcome: { kind: "refused", sentence: "Locked." } })).toMatchObject({
    stage: "refused",
    sentence: "Locked.",
  });
  expect(after(opened, { type: "shell", message: { sigurna: "problem", reason: "files" } })).toMatchObject({
    stage: "problem",
    problem: "files",
  });
});
