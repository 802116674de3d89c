import type { SignedTime } from "./answer-receipt.ts";

/**
 * The server's clock as far as a page can tell: the newest signed time it got and what has passed since by a clock that
 * nobody can set. A token is always older than its arrival, so of several estimates the latest is the nearest.
 */
export type ServerClock = {
  hear(time: SignedTime): void;
  /** In milliseconds. */
  now(): number;
  /** For an answer given now. */
  stamp(): { signedTime: string; elapsed: number };
};

/** `passed`: milliseconds that only rise, as `performance.now()` gives them. */
export function serverClock(first: SignedTime, passed: () => number): ServerClock {
  let best = { ...first, heard: passed() };
  const now = () => best.at + (passed() - best.heard);
  return {
    hear(time) {
      // After a sleep, in which some browsers stop this clock, the new one is later.
      if (time.at > now()) best = { ...time, heard: passed() };
    },
    now,
    stamp: () => ({ signedTime: best.token, elapsed: Math.round(passed() - best.heard) }),
  };
}
