import { z } from "zod";

import type { MessageKey, MessageValues } from "#app/platform/i18n.tsx";

/** What a checked package is: read from its manifest once, stored as JSON, used by players and pages. */

export const packageStandards = ["scorm-1.2", "scorm-2004", "h5p", "cmi5"] as const;
export type PackageStandard = (typeof packageStandards)[number];

/**
 * An activity of a SCORM organization (an `item`, or the organization itself as root). `id` is the item's identifier.
 * `launch` is the address below the package's root with query and fragment, null for an item that only groups.
 */
export type ScormActivity = {
  id: string;
  title: string;
  isVisible: boolean;
  kind: "sco" | "asset" | null;
  launch: string | null;
  /** SCORM 1.2: adlcp:masteryscore, 0 to 100. */
  masteryScore: number | null;
  /** SCORM 1.2: adlcp:prerequisites (AICC script), to be evaluated by players/prerequisites.ts. */
  prerequisites: string | null;
  /** adlcp:datafromlms / adlcp:dataFromLMS: cmi.launch_data. */
  dataFromLms: string | null;
  /** adlcp:maxtimeallowed (1.2), imsss:limitConditions attemptAbsoluteDurationLimit (2004): as written. */
  maxTimeAllowed: string | null;
  /** adlcp:timelimitaction / adlcp:timeLimitAction, as written. */
  timeLimitAction: string | null;
  /** SCORM 2004: minNormalizedMeasure of a primary objective that is satisfied by measure; cmi.scaled_passing_score. */
  scaledPassingScore: number | null;
  /** SCORM 2004: adlcp:completionThreshold minProgressMeasure; cmi.completion_threshold. */
  completionThreshold: number | null;
  /** SCORM 2004: ids of the objectives to seed cmi.objectives with, in order. */
  objectiveIds: string[];
  /**
   * SCORM 2004: everything else of imsss:sequencing, adlseq and adlnav, in the shape of scorm-again's ActivitySettings
   * without id, title and children. What an imsss:sequencingCollection gives it is merged in, and every default of the
   * specification is written out: scorm-again's own differ.
   */
  sequencing: Record<string, unknown> | null;
  children: ScormActivity[];
};

export const scormActivity: z.ZodType<ScormActivity> = z.lazy(() =>
  z.object({
    id: z.string(),
    title: z.string(),
    isVisible: z.boolean(),
    kind: z.enum(["sco", "asset"]).nullable(),
    launch: z.string().nullable(),
    masteryScore: z.number().nullable(),
    prerequisites: z.string().nullable(),
    dataFromLms: z.string().nullable(),
    maxTimeAllowed: z.string().nullable(),
    timeLimitAction: z.string().nullable(),
    scaledPassingScore: z.number().nullable(),
    completionThreshold: z.number().nullable(),
    objectiveIds: z.array(z.string()),
    sequencing: z.record(z.string(), z.unknown()).nullable(),
    children: z.array(scormActivity),
  }),
);

/** A node of a cmi5 course structure. `id` is the publisher's IRI; `key` is short and unique, the id in our records. */
export type Cmi5Node = {
  key: string;
  id: string;
  title: Record<string, string>;
  kind: "block" | "au";
  /** Address below the package's root, or a whole address outside it; null for a block. */
  launch: string | null;
  launchMethod: "AnyWindow" | "OwnWindow";
  moveOn: "Passed" | "Completed" | "CompletedAndPassed" | "CompletedOrPassed" | "NotApplicable";
  /** 0 to 1. */
  masteryScore: number | null;
  launchParameters: string;
  entitlementKey: string | null;
  activityType: string | null;
  children: Cmi5Node[];
};

export const cmi5Node: z.ZodType<Cmi5Node> = z.lazy(() =>
  z.object({
    key: z.string(),
    id: z.string(),
    title: z.record(z.string(), z.string()),
    kind: z.enum(["block", "au"]),
    launch: z.string().nullable(),
    launchMethod: z.enum(["AnyWindow", "OwnWindow"]),
    moveOn: z.enum(["Passed", "Completed", "CompletedAndPassed", "CompletedOrPassed", "NotApplicable"]),
    masteryScore: z.number().nullable(),
    launchParameters: z.string(),
    entitlementKey: z.string().nullable(),
    activityType: z.string().nullable(),
    children: z.array(cmi5Node),
  }),
);

/** What the manifest's metadata says (IEEE LOM). */
export const packageAbout = z.object({
  description: z.string().nullable(),
  language: z.string().nullable(),
  keywords: z.array(z.string()),
});

export type PackageAbout = z.infer<typeof packageAbout>;

export const packageStructure = z.discriminatedUnion("standard", [
  z.object({
    standard: z.literal("scorm-1.2"),
    title: z.string(),
    about: packageAbout.optional(),
    root: scormActivity,
  }),
  z.object({
    standard: z.literal("scorm-2004"),
    edition: z.enum(["2nd", "3rd", "4th"]),
    title: z.string(),
    about: packageAbout.optional(),
    root: scormActivity,
    /** adlseq:objectivesGlobalToSystem of the organization. */
    objectivesGlobalToSystem: z.boolean(),
    /** adlcp:sharedDataGlobalToSystem of the organization. */
    sharedDataGlobalToSystem: z.boolean(),
  }),
  z.object({
    standard: z.literal("h5p"),
    title: z.string(),
    language: z.string().nullable(),
    /** Machine name with version, as in "H5P.MultiChoice 1.16". */
    mainLibrary: z.string(),
    libraries: z.array(z.string()),
  }),
  z.object({
    standard: z.literal("cmi5"),
    title: z.string(),
    /** The course's IRI. */
    courseId: z.string(),
    nodes: z.array(cmi5Node),
  }),
]);

export type PackageStructure = z.infer<typeof packageStructure>;
export type ScormStructure = Extract<PackageStructure, { root: unknown }>;

/** Something the trainer should know of a package: what was forgiven, or what may not work. A translated sentence. */
export type PackageFinding = { kind: "forgiven" | "warning"; key: MessageKey; values: MessageValues };

/** A file of a package. `path` is as in the package, with "/", without a leading one. */
export type PackageFileEntry = { path: string; sha256: string; bytes: number; contentType: string };
