import type { LaunchMode } from "#app/players/boot.ts";

/** A player that may be shown: what `openLaunch` and `openTryout` answer, as far as the page needs it. */
export type OpenedLaunch = {
  /** Null for a try-out, of which nothing is stored. */
  launchId: string | null;
  shellUrl: string;
  mode: LaunchMode;
  attemptNumber: number;
  /** Differs when another learner or another package is played. */
  registrationKey: string;
  isOutsideAllowed: boolean;
};

/** `newAttempt`: number of the attempt to begin; null to go on with the one under way. */
export type LaunchWish = { newAttempt: number | null; isTakeOver: boolean };

export type LaunchOutcome =
  | { kind: "opened"; launch: OpenedLaunch }
  /** Open in another window or on another device. */
  | { kind: "busy"; lastSeenAt: string }
  | { kind: "refused"; sentence: string }
  | { kind: "signed-out" }
  | { kind: "offline" };

/** Asks for the player to be opened. Never throws. */
export async function requestLaunch(address: string, wish: LaunchWish): Promise<LaunchOutcome> {
  const { status, body } = await post(address, wish);
  if (status === 200) {
    return body.kind === "busy"
      ? { kind: "busy", lastSeenAt: String(body.lastSeenAt) }
      : { kind: "opened", launch: body as unknown as OpenedLaunch };
  }
  if (status === 401) return { kind: "signed-out" };
  if (status >= 400 && status < 500) return { kind: "refused", sentence: String(body.sentence) };
  return { kind: "offline" };
}

export type RenewalOutcome = "renewed" | "superseded" | "signed-out" | "other-person" | "offline";

/** Keeps a launch going. Never throws. */
export async function requestRenewal(launchId: string): Promise<RenewalOutcome> {
  const { status, body } = await post(`/learn/launches/${launchId}/renewal`, {});
  if (status === 200) return body.isSuperseded ? "superseded" : "renewed";
  if (status === 401) return "signed-out";
  // The launch is not one of the person who is signed in now.
  if (status === 404) return "other-person";
  return "offline";
}

/** Says that the player was closed, also from a page that goes away; what is still unsent is taken all the same. */
export function announceEnd(launchId: string): void {
  navigator.sendBeacon(`/learn/launches/${launchId}/end`);
}

/** `status` 0: no answer, or none of ours. */
async function post(
  address: string,
  body: object,
): Promise<{ status: number; body: Record<string, unknown> }> {
  try {
    const response = await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  } catch {
    return { status: 0, body: {} };
  }
}
