/** What learners see of an outline. What is hidden counts for nothing, and what was done in it stays. */
export function visibleOutline<T extends { hidden?: boolean }>(outline: readonly T[]): T[] {
  return outline.filter(({ hidden }) => hidden !== true);
}

/** What the certificate waits for: every required activity that learners see. */
export function requiredIn<T extends { hidden?: boolean; required: boolean }>(outline: readonly T[]): T[] {
  return visibleOutline(outline).filter(({ required }) => required);
}
