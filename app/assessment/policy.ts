import { type Actor, isAdministrator, isTrainer } from "#app/identity/actor.ts";

/** What decides who may see and change a bank: the trainers of its course, or the editors of a shared bank. */
export type BankAccess = { courseId: string | null; trainerIds: string[]; editorIds: string[] };

/** Whether the actor may look at a bank and draw from it: a course's trainers at theirs, every trainer at shared ones. */
export function canSeeBank(actor: Actor, { courseId, trainerIds }: BankAccess): boolean {
  if (isAdministrator(actor)) return true;
  return isTrainer(actor) && (courseId === null || trainerIds.includes(actor.id));
}

/** Whether the actor may change a bank: a course's trainers theirs, its editors a shared one. */
export function canChangeBank(actor: Actor, { courseId, trainerIds, editorIds }: BankAccess): boolean {
  if (isAdministrator(actor)) return true;
  return isTrainer(actor) && (courseId === null ? editorIds : trainerIds).includes(actor.id);
}
