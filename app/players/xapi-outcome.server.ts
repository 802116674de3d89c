import { activitiesOf, h5pActivityId } from "#app/library/package-activities.ts";
import type { PackageStructure } from "#app/library/package-structure.ts";
import type { Transaction } from "#app/platform/db.server.ts";

import { activityIri } from "./activity-iri.server.ts";
import { cmi5Result, rollUp } from "./cmi5-result.ts";
import { h5pResult, hasAnsweredAll } from "./h5p-result.ts";
import type { RootRollup } from "./outcome.ts";
import { ownElements } from "./run-elements.ts";
import type { TimelessResult } from "./scorm-result.ts";
import { statementsOf } from "./statement-store.server.ts";

/** What the statements of an attempt come to. `root` is the whole of a cmi5 course, `isAllAnswered` of H5P content. */
export type XapiOutcome = {
  results: Map<string, TimelessResult>;
  root: RootRollup | null;
  isAllAnswered: boolean | null;
};

/** Null for SCORM, whose packages make no statements. Of cmi5's AUs only the given ones are worked out anew. */
export async function xapiOutcome(
  tx: Transaction,
  attempt: { id: string; packageVersionId: string },
  structure: PackageStructure,
  activities: string[],
): Promise<XapiOutcome | null> {
  if (structure.standard === "h5p") return h5pOutcome(tx, attempt, structure.mainLibrary);
  if (structure.standard !== "cmi5") return null;
  const statements = await statementsOf(tx, attempt.id);
  const iriOf = (key: string) => activityIri(attempt.packageVersionId, key);
  const aus = structure.nodes
    .flatMap(activitiesOf)
    .filter(({ kind, key }) => kind === "au" && activities.includes(key));
  const whole = rollUp(structure.nodes, statements, iriOf);
  return {
    results: new Map(aus.map((node) => [node.key, cmi5Result(node, statements, iriOf)])),
    root: {
      completion: whole.completion === "completed" ? "completed" : "incomplete",
      success: whole.success,
      scaled: null,
    },
    isAllAnswered: null,
  };
}

async function h5pOutcome(
  tx: Transaction,
  { id }: { id: string },
  mainLibrary: string,
): Promise<XapiOutcome> {
  const read: string[] = [
    ownElements.initialized,
    ownElements.h5pFinished,
    ownElements.h5pMaxScore,
    ownElements.h5pQuestions,
  ];
  const rows = await tx.runValue.findMany({
    where: { attemptId: id, activity: h5pActivityId, element: { in: read } },
  });
  const values = Object.fromEntries(rows.map(({ element, value }) => [element, value]));
  const isOpened = ownElements.initialized in values;
  const result = h5pResult(await statementsOf(tx, id), { values, mainLibrary, isOpened });
  const { questions: _, answered: __, ...counted } = result;
  return {
    results: new Map([[h5pActivityId, counted]]),
    root: null,
    isAllAnswered: hasAnsweredAll(result),
  };
}
