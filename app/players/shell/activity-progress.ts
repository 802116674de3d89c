import type { ScormActivity } from "#app/library/package-structure.ts";
import type { ActivityResult } from "#app/players/boot.ts";
import { type ActivityValues, ownElements } from "#app/players/run-elements.ts";
import { scorm12Result } from "#app/players/scorm-result.ts";

import type { Stage } from "./runner.ts";

/** What this page knows of each activity: the server's values at launch and what was added since. */
export type ActivityProgress = {
  values(id: string): ActivityValues;
  result(id: string): ActivityResult | undefined;
  /** The activity that was begun last and is not done. */
  lastOpened(): string | null;
  set(id: string, element: string, value: string): void;
  initialized(id: string): void;
  terminated(id: string): void;
};

/** Later than every launch that the server knows; its marks are "launch number:seq". */
const thisLaunch = 2_147_483_647;

export function activityProgress({ boot }: Stage, activities: ScormActivity[]): ActivityProgress {
  const values = new Map<string, ActivityValues>(
    activities.map(({ id }) => [id, { ...(boot.values[id] ?? {}) }]),
  );
  const results = new Map(Object.entries(boot.results));
  let steps = 0;

  function set(id: string, element: string, value: string) {
    const known = values.get(id);
    const activity = activities.find((candidate) => candidate.id === id);
    if (!known || !activity || boot.mode === "review") return;
    known[element] = value;
    results.set(id, { ...scorm12Result(activity, known), seconds: results.get(id)?.seconds ?? 0 });
  }

  function mark(id: string, element: string) {
    steps += 1;
    set(id, element, `${thisLaunch}:${steps}`);
  }

  return {
    values: (id) => values.get(id) ?? {},
    result: (id) => results.get(id),
    lastOpened() {
      const begun = activities
        .map(({ id }) => ({ id, place: values.get(id)?.[ownElements.initialized] }))
        .filter(({ place }) => place !== undefined)
        .sort((a, b) => order(b.place) - order(a.place));
      const [last] = begun;
      return last && results.get(last.id)?.completion !== "completed" ? last.id : null;
    },
    set,
    initialized: (id) => mark(id, ownElements.initialized),
    terminated: (id) => mark(id, ownElements.terminated),
  };
}

function order(place = "0:0"): number {
  const [launch = 0, seq = 0] = place.split(":").map(Number);
  return launch * 2 ** 20 + seq;
}
