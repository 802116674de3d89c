import { z } from "zod";

import { maxBox, maxRecordsAtOnce, maxRecordValue } from "./run-limits.ts";

/**
 * The run-time log: what happens between a package and our player, as numbered records. The browser writes a record to
 * its write-ahead log before it tells the package "true"; the server keeps every record once (launch, seq) and folds
 * the newest value of each element into the attempt. Records may arrive late, twice or with gaps: the fold takes the
 * value with the highest (launch number, seq), so order of arrival does not matter.
 */
export const recordKinds = [
  /** Initialize / LMSInitialize was answered with true; H5P content or a cmi5 AU was shown. */
  "initialize",
  /** A value the package was told is stored. `element` and `value`. */
  "set",
  /** GetValue, for the readable log only. `element`; `value` is what was answered. */
  "get",
  "commit",
  /** Terminate / LMSFinish was answered with true. */
  "terminate",
  /** A call that was refused: `element` is the call or the element, `value` what was given, `error` the code. */
  "refused",
  /**
   * A new try at one activity inside the attempt begins: its earlier values no longer count (SCORM 2004 sequencing,
   * or a SCO that ended without suspending). They stay in the log.
   */
  "reset",
  /** A whole xAPI statement as JSON in `value` (H5P). `element` is the statement's id, a UUID made by our shell. */
  "statement",
  /** The learner left the activity in a way we noticed. */
  "leave",
] as const;

/** Names longer than this are cut: no standard has them, and PostgreSQL could not index them. */
const maxName = 255;
const name = z
  .string()
  .max(maxRecordValue)
  .transform((text) => text.slice(0, maxName));

export const runRecord = z.object({
  seq: z.number().int().positive().max(2_147_483_647),
  /** Milliseconds since the epoch by the browser's clock: shown, never used for order. */
  at: z.number().int().nonnegative().max(8_640_000_000_000_000),
  /** Id of the activity inside the package (SCORM item, cmi5 key, "content" for H5P); "" for the package as a whole. */
  activity: name,
  kind: z.enum(recordKinds),
  element: name.optional(),
  value: z.string().max(maxRecordValue).optional(),
  error: z.string().max(16).optional(),
});

export type RunRecord = z.infer<typeof runRecord>;

/**
 * Body of `POST /run/<token>/records`. `isLeaving`: sent by a page that goes away. Each record is checked by itself
 * (`runRecord`), so that a bad one does not hold up the others.
 */
export const recordsBody = z.object({
  records: z.array(z.unknown()).max(maxRecordsAtOnce),
  isLeaving: z.boolean().default(false),
});

/**
 * Answer to records. `stored` are the numbers that are safe now (also those known before). `reason` when something else
 * is to be said: `expired` (401, ask the page to renew the launch), `superseded` (409: continued elsewhere; the records
 * are stored all the same), `full` (413: the launch has used up its room), `malformed` (400: the records that are not
 * in `stored` never will be; 413 when the body was too long), `unknown` (404), `failed` (500: try again).
 */
export type RecordsAnswer = {
  result: boolean;
  stored: number[];
  reason?: "expired" | "superseded" | "full" | "malformed" | "unknown" | "failed";
};

/** Body of `POST /run/deliveries`: what earlier launches of this browser left in its log, sealed. */
export const deliveriesBody = z.object({
  launches: z
    .array(
      z.object({
        launchId: z.string().max(64),
        sealed: z
          .array(z.object({ seq: z.number().int().positive(), box: z.string().max(maxBox) }))
          .max(5000),
      }),
    )
    .max(50),
});

/**
 * `stored` may be forgotten by the browser. `refused` too: the box was not sealed by this launch, or is no record, and
 * never will be stored. `isUnknown`: the launch does not exist, nothing of it can be kept. What is in neither list is
 * to be sent again.
 */
export type DeliveriesAnswer = {
  launches: { launchId: string; stored: number[]; refused: number[]; isUnknown: boolean }[];
};
