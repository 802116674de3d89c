import { existsSync, readdirSync } from "node:fs";
import { extname, join } from "node:path";

import { checkPackage } from "./check-package.server.ts";
import type { Fault } from "./fault.ts";
import type { PackageRefusal } from "./package-refusal.ts";

/** A package of a course folder: packages/<name>/, packages/<name>.zip or packages/<name>.h5p. */
export type FolderPackage = {
  name: string;
  /** Below the course's folder. */
  file: string;
  path: string;
  fileName: string;
};

/** The packages of a course folder, by name. What lies there and cannot be one is a fault. */
export function packagesIn(directory: string): { packages: FolderPackage[]; faults: Fault[] } {
  const folder = join(directory, "packages");
  const packages: FolderPackage[] = [];
  const faults: Fault[] = [];
  const entries = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = `packages/${entry.name}`;
    const fault = (key: Fault["key"], values: Fault["values"] = {}) =>
      faults.push({ file, line: 1, key, values });
    const name = entry.isDirectory() ? entry.name : entry.name.slice(0, -extname(entry.name).length);
    if (!entry.isDirectory() && !/\.(zip|h5p)$/.test(entry.name)) {
      fault("faults.notAPackage");
    } else if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) {
      fault("faults.packageName", { name });
    } else if (packages.some((other) => other.name === name)) {
      fault("faults.packageNameTwice", { name });
    } else {
      packages.push({ name, file, path: join(folder, entry.name), fileName: entry.name });
    }
  }
  return { packages, faults };
}

/** Why packages cannot be played, at the line of the manifest when it is about one. */
export async function packageContentFaults(packages: FolderPackage[]): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const { file, path, fileName } of packages) {
    const outcome = await checkPackage(path, fileName);
    if ("refusal" in outcome) faults.push(refusalFault(file, outcome.refusal));
  }
  return faults;
}

function refusalFault(file: string, { key, values }: PackageRefusal): Fault {
  const isAboutLine = typeof values.file === "string" && typeof values.line === "number";
  return {
    file: isAboutLine ? `${file}/${values.file}` : file,
    line: isAboutLine ? Number(values.line) : 1,
    key,
    values,
  };
}
