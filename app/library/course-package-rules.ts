import type { Activity } from "./course-format.ts";
import type { Fault } from "./fault.ts";

type LineOf = (...path: (string | number)[]) => number;

/** Where a lesson shows a package. */
export type PackageUse = { name: string; file: string; line: number };

/** Every package that is named exists, and every one that exists is used. */
export function packageUseFaults(
  outline: Activity[],
  lineOf: LineOf,
  packages: { name: string; file: string }[],
  uses: PackageUse[],
): Fault[] {
  const faults: Fault[] = [];
  const exists = (name: string) => packages.some((candidate) => candidate.name === name);
  const missing = (file: string, line: number, name: string) =>
    faults.push({ file, line, key: "faults.packageUnknown", values: { name } });
  outline.forEach((activity, index) => {
    if (activity.kind !== "package") return;
    const line = lineOf("outline", index, "package");
    if (!exists(activity.package)) missing("course.yaml", line, activity.package);
    if (activity.isUploaded) {
      faults.push({
        file: "course.yaml",
        line: lineOf("outline", index, "isUploaded"),
        key: "faults.uploadedMark",
        values: {},
      });
    }
  });
  for (const { name, file, line } of uses) if (!exists(name)) missing(file, line, name);
  const used = new Set([
    ...outline.flatMap((activity) => (activity.kind === "package" ? [activity.package] : [])),
    ...uses.map(({ name }) => name),
  ]);
  for (const { name, file } of packages.filter((candidate) => !used.has(candidate.name))) {
    faults.push({ file, line: 1, key: "faults.packageUnused", values: { name } });
  }
  return faults;
}
