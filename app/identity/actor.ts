import { ForbiddenError } from "#app/platform/errors.ts";
import type { Language } from "#app/platform/languages.ts";
import type { Role } from "#prisma/generated/enums.ts";

import type { Jurisdiction, Sector } from "./background.ts";

/** The signed-in person on whose behalf something is done; the first argument of every domain function. */
export type Actor = {
  id: string;
  name: string;
  role: Role;
  language: Language;
  jurisdiction: Jurisdiction | null;
  sector: Sector | null;
};

export const isAdministrator = (actor: Actor) => actor.role === "administrator";
export const isTrainer = (actor: Actor) => actor.role === "trainer";

/** Throws ForbiddenError for everybody else. */
export function requireAdministrator(actor: Actor): void {
  if (!isAdministrator(actor)) throw new ForbiddenError();
}
