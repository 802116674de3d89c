import { someOf } from "./package-refusal.ts";
import type { PackageFinding } from "./package-structure.ts";

/** What comes up while a manifest is read, gathered into one finding of each kind. */
export type ScormNotes = {
  missingFiles: Set<string>;
  missingLaunches: Set<string>;
  unknownResources: Set<string>;
  otherCase: Set<string>;
  outside: Set<string>;
  untyped: Set<string>;
  undefinedRules: Set<string>;
  newIdentifiers: number;
  hasBackslashes: boolean;
  masteryScores: { title: string; value: string }[];
};

export function newNotes(): ScormNotes {
  return {
    missingFiles: new Set(),
    missingLaunches: new Set(),
    unknownResources: new Set(),
    otherCase: new Set(),
    outside: new Set(),
    untyped: new Set(),
    undefinedRules: new Set(),
    newIdentifiers: 0,
    hasBackslashes: false,
    masteryScores: [],
  };
}

export function findingsOf(notes: ScormNotes): PackageFinding[] {
  const findings: PackageFinding[] = [];
  const list = (kind: PackageFinding["kind"], key: PackageFinding["key"], names: Set<string>) => {
    if (names.size > 0) findings.push({ kind, key, values: someOf([...names]) });
  };
  if (notes.hasBackslashes) {
    findings.push({ kind: "forgiven", key: "packages.forgivenHrefBackslashes", values: {} });
  }
  if (notes.newIdentifiers > 0) {
    findings.push({
      kind: "forgiven",
      key: "packages.forgivenIdentifiers",
      values: { count: notes.newIdentifiers },
    });
  }
  list("forgiven", "packages.forgivenHrefCase", notes.otherCase);
  list("warning", "packages.warningMissingLaunch", notes.missingLaunches);
  list("warning", "packages.warningMissingFiles", notes.missingFiles);
  list("warning", "packages.warningResources", notes.unknownResources);
  list("warning", "packages.warningNoType", notes.untyped);
  list("warning", "packages.warningOutside", notes.outside);
  list("warning", "packages.warningSequencing", notes.undefinedRules);
  for (const values of notes.masteryScores) {
    findings.push({ kind: "warning", key: "packages.warningMasteryScore", values });
  }
  return findings;
}
