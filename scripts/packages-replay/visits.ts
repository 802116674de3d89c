import type { PackageStructure } from "#app/library/package-structure.ts";
import { isSequenced } from "#app/library/package-activities.ts";
import { ownElements } from "#app/players/run-elements.ts";
import type { LoggedLaunch, LoggedRecord } from "#app/players/run-log-file.ts";

/** The records of one stay in an activity: from when the player shows it until it is taken away. */
export type Visit = {
  activity: string;
  records: LoggedRecord[];
  /** How many of the records come while the activity is there; the others while the player takes it away. */
  stays: number;
  /** Where the player went by the learner's wish: an activity, or the end of the whole. */
  next: { kind: "activity"; id: string } | { kind: "end" } | null;
};

/** Errors of calls before Initialize (SCORM 2004 RTE 3.1.7). */
const beforeInitialize = ["122", "132", "142"];
/** What a SCO sets to say where it goes when it terminates. */
const requests = ["adl.nav.request", "cmi.exit"];

/** The visits of a launch in order. Records of the player itself belong to the visit they come in. */
export function visitsOf({ records }: LoggedLaunch, structure: PackageStructure): Visit[] {
  const visits: Visit[] = [];
  for (const record of records) {
    const visit = visits.at(-1);
    if (record.activity === "" || record.kind === "reset") {
      if (visit) visit.records.push(record);
      else visits.push(begunBy(record));
    } else if (!visit || isNew(visit, record)) {
      visits.push(begunBy(record));
    } else {
      visit.activity ||= record.activity;
      visit.records.push(record);
    }
  }
  for (const visit of visits) Object.assign(visit, isSequenced(structure) ? endingOf(visit) : staying(visit));
  return visits;
}

function begunBy(record: LoggedRecord): Visit {
  const activity = record.kind === "reset" ? "" : record.activity;
  return { activity, records: [record], stays: 0, next: null };
}

function isNew({ activity, records }: Visit, record: LoggedRecord): boolean {
  if (activity === "") return false;
  if (record.activity !== activity) return true;
  if (records.some(({ kind }) => kind === "leave")) return true;
  const isBeginning = record.kind === "initialize" || beforeInitialize.includes(record.error ?? "");
  return isBeginning && records.some(({ kind }) => kind === "initialize");
}

type Ending = Pick<Visit, "stays" | "next">;

const staying = ({ records }: Visit): Ending => ({ stays: records.length, next: null });

/**
 * A SCO that terminates without a request while the learner goes on, ends or leaves is terminated by that: what it then
 * calls must be called when the player takes it away, or the sequencer is asked for something else. The state that the
 * player kept next tells which it was.
 */
function endingOf(visit: Visit): Ending {
  const { activity, records } = visit;
  const at = records.findIndex(({ kind }) => kind === "terminate");
  const kept =
    at < 0 ? undefined : records.slice(at).find(({ element }) => element === ownElements.sequencing);
  const state = stateIn(kept);
  if (!state || records.slice(0, at).some(isRequest)) return staying(visit);
  if (state.isSuspended) return { stays: at, next: null };
  if (state.isEnded) return { stays: at, next: { kind: "end" } };
  if (state.current === null || state.current === activity) return staying(visit);
  return { stays: at, next: { kind: "activity", id: state.current } };
}

function isRequest({ kind, element, value }: LoggedRecord): boolean {
  if (kind !== "set" || !requests.includes(element ?? "")) return false;
  return element === "cmi.exit" ? value === "logout" : value !== "_none_";
}

function stateIn(record: LoggedRecord | undefined) {
  try {
    const memory = JSON.parse(record?.value ?? "") as {
      state: string;
      isSuspended: boolean;
      isEnded?: boolean;
    };
    const { currentActivityId } = JSON.parse(memory.state) as { currentActivityId: string | null };
    return { ...memory, current: currentActivityId };
  } catch {
    return null;
  }
}
