import type { Actor } from "./actor.ts";

const homes = { learner: "/learn", trainer: "/teach", administrator: "/admin" } as const;

/** Where a person starts. */
export function homeOf(actor: Pick<Actor, "role">): string {
  return homes[actor.role];
}
