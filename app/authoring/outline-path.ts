import { certificateStepId } from "#app/library/certificate-step.ts";
import type { OutlineRules } from "#app/library/outline-circles.ts";

/** What opens together; `after` are the activities, or "certificate", that each waits for. */
export type PathStage = { id: string; after: string[] }[];

/**
 * An outline in the order in which its activities open: the first stage is open from the start, every other one needs
 * something of the stage before. The certificate is in it as an activity that waits for all that is required.
 */
export function pathOf(outline: OutlineRules[]): PathStage[] {
  const required = outline.flatMap((activity) => (activity.required ? [activity.id] : []));
  const steps = [
    ...outline.map(({ id, after }) => ({ id, after })),
    ...(required.length > 0 ? [{ id: certificateStepId, after: required }] : []),
  ];
  const levels = new Map<string, number>();
  const levelOf = (id: string, below: readonly string[]): number => {
    const known = levels.get(id);
    if (known !== undefined) return known;
    const after = (steps.find((step) => step.id === id)?.after ?? []).filter((one) => !below.includes(one));
    const level = Math.max(-1, ...after.map((one) => levelOf(one, [...below, id]))) + 1;
    levels.set(id, level);
    return level;
  };
  const stages: PathStage[] = [];
  for (const step of steps) (stages[levelOf(step.id, [step.id])] ??= []).push(step);
  return stages;
}
