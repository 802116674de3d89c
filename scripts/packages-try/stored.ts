import { db } from "#app/platform/db.server.ts";
import type { Boot } from "#app/players/boot.ts";
import type { RunRecord } from "#app/players/run-record.ts";
import { restoredText } from "#app/players/storable-text.ts";

/** Acknowledged, and not there. */
export async function lostRecords(launchId: string, acknowledged: RunRecord[]): Promise<RunRecord[]> {
  const stored = await db.runRecord.findMany({ where: { launchId }, select: { seq: true } });
  const seqs = new Set(stored.map(({ seq }) => seq));
  return acknowledged.filter(({ seq }) => !seqs.has(seq));
}

/**
 * Holds what the next launch was given against the log of the first, by the simplest model: the last value of an
 * element counts, and a new try at an activity forgets its values.
 */
export async function differences(
  launchId: string,
  given: Boot["values"],
): Promise<{ compared: number; different: string[] }> {
  const values = new Map<string, { activity: string; element: string; value: string }>();
  const records = await db.runRecord.findMany({ where: { launchId }, orderBy: { seq: "asc" } });
  for (const { kind, ...record } of records) {
    const activity = restoredText(record.activity);
    const element = restoredText(record.element ?? "");
    if (kind === "reset") {
      for (const [key, value] of values) if (value.activity === activity) values.delete(key);
    }
    if (kind === "set") {
      values.set(`${activity}\n${element}`, { activity, element, value: restoredText(record.value ?? "") });
    }
  }
  const different = [...values.values()].filter(
    ({ activity, element, value }) => given[activity]?.[element] !== value,
  );
  return {
    compared: values.size,
    different: different.map(({ activity, element }) => `${activity} ${element}`),
  };
}

/** How often the packages of a course called what, and the error codes they were given. */
export async function recordCounts(
  courseSlug: string,
): Promise<{ calls: Record<string, number>; errorCodes: string[] }> {
  const where = { launch: { attempt: { enrolment: { course: { slug: courseSlug } } } } };
  const kinds = await db.runRecord.groupBy({ by: ["kind"], where, _count: true, orderBy: { kind: "asc" } });
  const errors = await db.runRecord.findMany({
    where: { ...where, error: { not: null } },
    distinct: ["error"],
    select: { error: true },
    orderBy: { error: "asc" },
  });
  return {
    calls: Object.fromEntries(kinds.map(({ kind, _count }) => [kind, _count])),
    errorCodes: errors.flatMap(({ error }) => error ?? []).filter((code) => code !== "0"),
  };
}
