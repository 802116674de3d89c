import { ConflictError } from "#app/platform/errors.ts";

import type { PathStep } from "./path.ts";

/** Throws ConflictError with the reason while a step cannot be done: its days do not allow it, or others come first. */
export function requireOpen({ state, outside }: Pick<PathStep, "state" | "outside">): void {
  if (state !== "locked") return;
  if (outside?.kind === "notYet") throw new ConflictError("learn.activityOpensOn", { date: outside.day });
  if (outside) throw new ConflictError("learn.activityClosedOn", { date: outside.day });
  throw new ConflictError("learn.activityLocked");
}
