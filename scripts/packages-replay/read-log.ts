import { readFileSync } from "node:fs";

import { launchableIds } from "#app/library/package-activities.ts";
import type { PackageStructure } from "#app/library/package-structure.ts";
import { runLogFile, type RunLogFile, runLogFormat, runLogVersion } from "#app/players/run-log-file.ts";

import { Remedy } from "../steps.js";

/** A log as a site exports it. Throws a Remedy that says what the file is instead. */
export function readRunLog(path: string): RunLogFile {
  const content = parsed(readText(path));
  const { format, version } = (content ?? {}) as { format?: unknown; version?: unknown };
  if (format !== runLogFormat) {
    throw new Remedy(
      `${path} is no run-time log of Sigurna. Download it on the page “Log” of an attempt, “Download as JSON”.`,
    );
  }
  if (version !== runLogVersion) {
    throw new Remedy(
      `${path} is a run-time log of version ${String(version)}; this Sigurna reads version ${runLogVersion}. Replay it with the Sigurna it comes from.`,
    );
  }
  const log = runLogFile.safeParse(content);
  if (log.success) return log.data;
  const [issue] = log.error.issues;
  throw new Remedy(
    `${path} is damaged: ${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}. Download it again.`,
  );
}

/** Throws a Remedy when the log was not written by that package, as far as can be told. */
export function requireSamePackage(log: RunLogFile, structure: PackageStructure): void {
  const { standard, title } = log.package;
  if (standard !== structure.standard) {
    throw new Remedy(`The log is of a package of ${standard}, this one is of ${structure.standard}.`);
  }
  if (title !== structure.title) {
    throw new Remedy(`The log is of the package “${title}”, this one is “${structure.title}”.`);
  }
  const known = new Set(launchableIds(structure));
  const strange = log.launches
    .flatMap(({ records }) => records)
    .find(({ activity }) => activity !== "" && !known.has(activity));
  if (strange)
    throw new Remedy(`The log names the activity “${strange.activity}”, which this package has not.`);
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    throw new Remedy(`${path} cannot be read.`);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
