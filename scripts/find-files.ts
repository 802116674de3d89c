import { readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";

/** The files named, and those in the folders named whose names end like this. */
export function findFiles(named: string[], ending: RegExp): string[] {
  return named.flatMap((name) => {
    const path = resolve(name);
    return statSync(path).isDirectory() ? filesIn(path, ending) : [path];
  });
}

function filesIn(folder: string, ending: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => ending.test(path) && statSync(path).isFile())
    .sort();
}
