import type { PackageStandard } from "#app/library/package-structure.ts";
import { type LoggedRecord, nameMark, namingElement } from "#app/players/run-log-file.ts";
import { ownElements } from "#app/players/run-elements.ts";
import { maxLoggedAnswer } from "#app/players/run-limits.ts";

/** A call of the API under SCORM 2004's names. */
export type ApiCall = {
  name: "Initialize" | "Terminate" | "GetValue" | "SetValue" | "Commit";
  given: string[];
};

/** `value` is null where the log has only the error. */
export type Answer = { value: string | null; error: string };

/** What is to be done about a record. Of several calls the next is made while the answer is not the recorded one. */
export type Plan =
  | { kind: "call"; calls: [ApiCall, ...ApiCall[]]; recorded: Answer }
  | { kind: "content"; recorded: Answer }
  | { kind: "listed"; why: string };

const done: Answer = { value: "true", error: "0" };
const timeElement = /^cmi\.(core\.)?total_time$/;
const wholeCalls = ["Initialize", "Terminate", "Commit"] as const;

/** Errors that only GetValue, and only SetValue, gives (SCORM 1.2 RTE 3.4, SCORM 2004 RTE 3.1.7). */
const readingErrors: Partial<Record<PackageStandard, string[]>> = {
  "scorm-1.2": ["202", "203", "404"],
  "scorm-2004": ["122", "123", "301", "403", "405"],
};
const writingErrors: Partial<Record<PackageStandard, string[]>> = {
  "scorm-1.2": ["402", "403", "405"],
  "scorm-2004": ["132", "133", "351", "404", "406", "407", "408"],
};

const listed = (why: string): Plan => ({ kind: "listed", why });

/** How a record is replayed. `isScripted` when its activity calls an API: not an asset, not an AU. */
export function planOf(record: LoggedRecord, standard: PackageStandard, isScripted: boolean): Plan {
  const { kind, activity } = record;
  if (kind === "leave") return listed("how the learner left is done by leaving");
  if (kind === "reset" || activity === "") return listed("kept by the player for itself");
  if (standard === "h5p") return contentPlan(record);
  if (!isScripted) return listed("noted by the player when it opens the activity");
  switch (kind) {
    case "initialize":
      return calling({ name: "Initialize", given: [""] }, done);
    case "commit":
      return calling({ name: "Commit", given: [""] }, done);
    case "terminate":
      return calling({ name: "Terminate", given: [""] }, done);
    case "set":
      return calling({ name: "SetValue", given: [elementOf(record), record.value ?? ""] }, done);
    case "get":
      return getPlan(record);
    case "refused":
      return refusedPlan(record, standard);
    case "statement":
      return listed("a statement outside H5P");
  }
}

function getPlan(record: LoggedRecord): Plan {
  const element = elementOf(record);
  if (namingElement.test(element)) return listed("the log holds no names");
  if (timeElement.test(element)) return listed("depends on how much time has passed");
  return calling({ name: "GetValue", given: [element] }, { value: record.value ?? "", error: "0" });
}

function refusedPlan(record: LoggedRecord, standard: PackageStandard): Plan {
  const [element, value, error] = [elementOf(record), record.value ?? "", record.error ?? ""];
  if (value.length >= maxLoggedAnswer) return listed("the log holds only the beginning of the refused value");
  const recorded: Answer = { value: null, error };
  const whole = wholeCalls.find((name) => name === element);
  if (whole) return calling({ name: whole, given: [value] }, recorded);
  const reading: ApiCall = { name: "GetValue", given: [element] };
  const writing: ApiCall = { name: "SetValue", given: [element, value] };
  if (value !== "" || writingErrors[standard]?.includes(error)) return calling(writing, recorded);
  if (readingErrors[standard]?.includes(error)) return calling(reading, recorded);
  // The log does not say which of the two it was. Reading changes nothing, so it goes first.
  return { kind: "call", calls: [reading, writing], recorded };
}

/** H5P has no API that content calls for a value: what it gave to its core is given to the core again. */
function contentPlan({ kind, element }: LoggedRecord): Plan {
  if (kind === "initialize") return listed("noted by the player when it opens the activity");
  if (kind === "refused") return listed("too large for the log, which does not hold it");
  if (element === ownElements.h5pMaxScore || element === ownElements.h5pQuestions) {
    return listed("said by the content of itself when it opens");
  }
  return { kind: "content", recorded: done };
}

function calling(call: ApiCall, recorded: Answer): Plan {
  return { kind: "call", calls: [call], recorded };
}

function elementOf({ element }: LoggedRecord): string {
  return element ?? "";
}

export function isAsRecorded(recorded: Answer, now: Answer): boolean {
  if (recorded.error !== now.error) return false;
  return recorded.value === null || isSameText(recorded.value, now.value ?? "");
}

/** Names were taken out of what was recorded, and long answers were cut. */
export function isSameText(recorded: string, now: string): boolean {
  if (recorded === now) return true;
  if (recorded.length === maxLoggedAnswer && now.startsWith(recorded)) return true;
  const [first = "", ...others] = recorded.split(nameMark);
  const last = others.pop();
  return last !== undefined && isSameAroundNames(now, { first, middle: others, last });
}

/** What stood between the names comes in the same order. Logs may be long: each piece is looked for once. */
function isSameAroundNames(
  now: string,
  { first, middle, last }: { first: string; middle: string[]; last: string },
): boolean {
  if (!now.startsWith(first)) return false;
  let from = first.length;
  for (const piece of middle) {
    const at = now.indexOf(piece, from);
    if (at < 0) return false;
    from = at + piece.length;
  }
  return now.length - last.length >= from && now.endsWith(last);
}
