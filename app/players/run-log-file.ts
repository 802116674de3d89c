import { z } from "zod";

import { packageStandards } from "#app/library/package-structure.ts";

import { recordKinds } from "./run-record.ts";

/**
 * The run-time log of an attempt as a file, for the author of its package: written by `runLogExport`, read by
 * `npm run packages:replay`. docs/run-log.md says what the fields mean; a change that readers cannot pass over is a new
 * version.
 */
export const runLogFormat = "sigurna-run-log";
export const runLogVersion = 1;

const time = z.iso.datetime();
const count = z.number().int().positive();

const loggedRecord = z.object({
  /** Within the launch, in the order of the calls; numbers may be missing. */
  seq: count,
  /** By the browser's clock. */
  at: time,
  /** By the server's clock. */
  receivedAt: time,
  activity: z.string(),
  kind: z.enum(recordKinds),
  element: z.string().nullable(),
  value: z.string().nullable(),
  error: z.string().nullable(),
});

export const runLogFile = z.object({
  format: z.literal(runLogFormat),
  version: z.literal(runLogVersion),
  package: z.object({
    title: z.string(),
    standard: z.enum(packageStandards),
    fileName: z.string(),
    version: count,
  }),
  attempt: count,
  launches: z.array(
    z.object({
      number: count,
      mode: z.enum(["normal", "review"]),
      startedAt: time,
      records: z.array(loggedRecord),
    }),
  ),
});

export type RunLogFile = z.infer<typeof runLogFile>;
export type LoggedLaunch = RunLogFile["launches"][number];
export type LoggedRecord = z.infer<typeof loggedRecord>;

/** Elements that tell a package who the learner is: their values are not in the file. */
export const namingElement = /^cmi\.(core\.student_(name|id)|learner_(name|id))$/;
/** Stands in the file where a name was. */
export const nameMark = "…";
