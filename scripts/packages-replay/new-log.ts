import { db } from "#app/platform/db.server.ts";
import type { LoggedRecord } from "#app/players/run-log-file.ts";
import { restoredText } from "#app/players/storable-text.ts";

import { until } from "../packages-try/player-tab.ts";

type Told = Pick<LoggedRecord, "activity" | "element" | "value" | "error"> & { kind: string };

const arrivalLimit = 5_000;

/**
 * Which of the awaited records the replayed launch has not written as well: the answers of calls that nobody can be
 * told of, because they are made while the page goes away or through H5P's events.
 */
export async function missingIn(
  launchId: string,
  awaited: LoggedRecord[],
  recorded: LoggedRecord[],
): Promise<Set<LoggedRecord>> {
  let missing: LoggedRecord[] = awaited;
  await until(arrivalLimit, async () => {
    const rows = await db.runRecord.findMany({ where: { launchId } });
    const written = rows.map(({ activity, element, value, kind, error }) =>
      keyOf({
        kind,
        error,
        activity: restoredText(activity),
        element: element && restoredText(element),
        value: value && restoredText(value),
      }),
    );
    missing = awaited.filter((record) => {
      const key = keyOf(record);
      const place = recorded.filter((one) => keyOf(one) === key).indexOf(record);
      return written.filter((one) => one === key).length <= place;
    });
    return missing.length === 0;
  });
  return new Set(missing);
}

/** Two records with the same key say the same: ids and times of statements are new each time. */
function keyOf({ kind, activity, element, value, error }: Told): string {
  if (kind !== "statement") return JSON.stringify([kind, activity, element, error]);
  const { verb, result } = JSON.parse(value ?? "{}") as { verb?: { id?: string }; result?: unknown };
  return JSON.stringify([kind, activity, verb?.id, result]);
}
