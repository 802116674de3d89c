import type { PackageStructure } from "#app/library/package-structure.ts";
import type { Language } from "#app/platform/languages.ts";

import type { ActivityValues } from "./run-elements.ts";

/** normal: counts. review: after completion, the package is told so and nothing changes. tryout: a trainer's, no trace. */
export type LaunchMode = "normal" | "review" | "tryout";

/** What the shell needs to run a package: answer of `GET /run/<token>/boot`. */
export type Boot = {
  launchId: string;
  /** Key (base64url, 32 bytes) that seals this launch's records in the browser's log. */
  sealKey: string;
  mode: LaunchMode;
  attemptNumber: number;
  structure: PackageStructure;
  /** Address of the package's root on the content origin, ending in "/". */
  filesBase: string;
  /** Opaque id and name as the package may know them; a package that may reach outside gets no name. */
  learner: { id: string; name: string };
  language: Language;
  /** Whether it may open windows and reach other hosts. */
  isOutsideAllowed: boolean;
  /** By activity id; "" for the package as a whole. */
  values: Record<string, ActivityValues>;
  /** What the server has found of each activity so far. */
  results: Record<string, ActivityResult>;
  /** Words of the shell in the learner's language, by key without "player.". */
  texts: Record<string, string>;
  /** IRI by which statements name the package; that of a part has its id behind a slash. */
  packageIri: string;
};

/** What is known of one activity of a package (a SCO, an AU, the H5P content), worked out by the server from its values. */
export type ActivityResult = {
  completion: "unknown" | "not attempted" | "incomplete" | "completed";
  success: "unknown" | "passed" | "failed";
  /** −1 to 1. */
  scaled: number | null;
  raw: number | null;
  min: number | null;
  max: number | null;
  /** Time the package reports, else the time we saw. */
  seconds: number;
};
