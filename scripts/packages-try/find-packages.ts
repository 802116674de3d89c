import { readdirSync, statSync } from "node:fs";
import { extname, join, resolve } from "node:path";

const endings = new Set([".zip", ".h5p", ".imscc", ".pif", ".cmi5"]);

/** The archives among files and folders; a folder is searched with everything below it, a file is taken as it is. */
export function findPackages(paths: string[]): string[] {
  return paths.flatMap((path) => {
    const whole = resolve(path);
    return statSync(whole).isDirectory() ? archivesBelow(whole) : [whole];
  });
}

function archivesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => a.name.localeCompare(b.name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return archivesBelow(path);
      return endings.has(extname(entry.name).toLowerCase()) ? [path] : [];
    });
}
