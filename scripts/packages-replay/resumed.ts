import type { Boot } from "#app/players/boot.ts";
import { ownElements } from "#app/players/run-elements.ts";
import type { LoggedLaunch } from "#app/players/run-log-file.ts";

import type { Finding } from "./account.ts";
import { isSameText } from "./plan.ts";

/** The player's own, which is made anew or holds times; what the sequencing has come to is compared. */
const notCompared =
  /^(sigurna\.(sequencing|globalObjectives|sharedData|initialized|terminated|reset)|h5p\.(maxScore|questions))$/;

/**
 * Holds what a launch was given against what the log says was stored before it: of each element the last value, of an
 * activity that began anew nothing from before.
 */
export function resumedOtherwise(launch: number, before: LoggedLaunch[], given: Boot["values"]): Finding[] {
  const stored = valuesOf(before);
  const activities = [...new Set([...Object.keys(stored), ...Object.keys(given)])];
  return activities.flatMap((activity) => {
    const [recorded, now] = [stored[activity] ?? {}, given[activity] ?? {}];
    return [...new Set([...Object.keys(recorded), ...Object.keys(now)])]
      .filter((element) => !notCompared.test(element))
      .filter((element) => !isSameValue(element, recorded[element], now[element]))
      .map((element) => ({
        launch,
        seq: null,
        activity,
        call: `resumed with ${element}`,
        recorded: recorded[element] ?? "nothing",
        now: now[element] ?? "nothing",
      }));
  });
}

function valuesOf(launches: LoggedLaunch[]): Boot["values"] {
  const values: Boot["values"] = {};
  for (const { kind, activity, element, value } of launches.flatMap(({ records }) => records)) {
    if (kind === "reset") values[activity] = {};
    if (kind === "set" && element !== null) (values[activity] ??= {})[element] = value ?? "";
  }
  return values;
}

function isSameValue(element: string, recorded: string | undefined, now: string | undefined): boolean {
  if (recorded === undefined || now === undefined) return recorded === now;
  if (element !== ownElements.h5pFinished) return isSameText(recorded, now);
  return pointsIn(recorded) === pointsIn(now);
}

/** Without the times. */
function pointsIn(finished: string): string {
  const { score, maxScore } = JSON.parse(finished) as { score?: unknown; maxScore?: unknown };
  return JSON.stringify([score, maxScore]);
}
