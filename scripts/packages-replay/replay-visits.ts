import type { Page } from "playwright";

import { activitiesOf } from "#app/library/package-activities.ts";
import type { PackageStructure } from "#app/library/package-structure.ts";
import type { LoggedLaunch, LoggedRecord } from "#app/players/run-log-file.ts";

import { type Account, noteAnswer, noteListed, noteStuck } from "./account.ts";
import { callAll, callOnLeaving, type Trial } from "./blank-page.ts";
import { type Plan, planOf } from "./plan.ts";
import { playerPage } from "./player-page.ts";
import { type Visit, visitsOf } from "./visits.ts";

type CallPlan = Extract<Plan, { kind: "call" }>;
type Planned = { record: LoggedRecord; plan: CallPlan };

/**
 * Makes the calls of a launch of a SCORM or cmi5 package, visit by visit. Returns the records whose answers only the new
 * log can tell: the player takes their page away.
 */
export async function replayVisits(
  account: Account,
  page: Page,
  launch: LoggedLaunch,
  structure: PackageStructure,
): Promise<Planned[]> {
  const player = playerPage(page, structure);
  const scripted = scriptedIds(structure);
  const awaited: Planned[] = [];
  for (const visit of visitsOf(launch, structure)) {
    const { now, later } = plannedOf(account, visit, structure, scripted);
    if (visit.activity === "") continue;
    const frame = await player.arrive(visit.activity);
    if (!frame) {
      const why = "the player does not open this activity";
      for (const { record } of [...now, ...later]) noteStuck(account, launch.number, record, why);
      continue;
    }
    const answers = await callAll(frame, now.map(trialOf));
    for (const [index, { record, plan }] of now.entries()) {
      const answer = answers[index] ?? { value: null, error: "none" };
      noteAnswer(account, launch.number, record, { recorded: plan.recorded, now: answer });
    }
    await callOnLeaving(frame, later.map(trialOf));
    awaited.push(...later);
    if (visit.next?.kind === "end") await player.end();
    if (visit.next?.kind === "activity") await player.goTo(visit.next.id);
  }
  return awaited;
}

function plannedOf(
  account: Account,
  { records, stays }: Visit,
  { standard }: PackageStructure,
  scripted: Set<string>,
): { now: Planned[]; later: Planned[] } {
  const planned: { now: Planned[]; later: Planned[] } = { now: [], later: [] };
  for (const [index, record] of records.entries()) {
    const plan = planOf(record, standard, scripted.has(record.activity));
    if (plan.kind === "listed") noteListed(account, plan.why);
    if (plan.kind === "call") planned[index < stays ? "now" : "later"].push({ record, plan });
  }
  return planned;
}

function trialOf({ plan: { calls, recorded } }: Planned): Trial {
  return { calls, error: recorded.error };
}

/** Activities that call an API of ours. */
function scriptedIds(structure: PackageStructure): Set<string> {
  if (structure.standard === "h5p" || structure.standard === "cmi5") return new Set();
  return new Set(activitiesOf(structure.root).flatMap(({ kind, id }) => (kind === "sco" ? [id] : [])));
}
