import { readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";

const ending = /\.(imscc|mbz|zip|tgz|tar\.gz)$/i;

/** The files named, and those in the folders named whose names look like cartridges or backups. */
export function findCartridges(named: string[]): string[] {
  return named.flatMap((name) => {
    const path = resolve(name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => ending.test(path) && statSync(path).isFile())
    .sort();
}
