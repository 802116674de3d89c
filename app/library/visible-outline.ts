/** What learners see of an outline. What is hidden counts for nothing, and what was done in it stays. */
export function visibleOutline<T extends { hidden?: boolean }>(outline: readonly T[]): T[] {
  return outline.filter(({ hidden }) => hidden !== true);
}
