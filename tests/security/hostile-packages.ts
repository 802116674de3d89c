import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import type { Actor } from "#app/identity/actor.ts";
import type { StoredPackage } from "#app/library/stored-package.server.ts";
import { newPerson, publishFor, type PublishedPackage, takeIn } from "#scripts/packages-try/publish.ts";
import { archive } from "#tests/builders/packages.ts";

const sources = join(import.meta.dirname, "hostile");

export type HostilePackage = PublishedPackage & { stored: StoredPackage; author: Actor };

/** The hostile SCORM package, published in a course that the learners are enrolled in. */
export function hostileScorm(learners: Actor[]): Promise<HostilePackage> {
  return publish("hostile.zip", learners, { "": ["scorm", "attempts"] });
}

/** The same attempts as a library of an H5P content type. */
export function hostileH5p(learners: Actor[]): Promise<HostilePackage> {
  return publish("hostile.h5p", learners, {
    "": ["h5p"],
    "content/": ["h5p/content"],
    "H5P.Hostile-1.0/": ["h5p/H5P.Hostile-1.0", "attempts"],
  });
}

/** `folders` are those of the sources by their place in the archive. */
async function publish(
  fileName: string,
  learners: Actor[],
  folders: Record<string, string[]>,
): Promise<HostilePackage> {
  const files = Object.entries(folders).flatMap(([place, names]) =>
    names.flatMap((name) => filesIn(join(sources, name), place)),
  );
  const path = await archive(Object.fromEntries(files), fileName);
  const author = await newPerson("trainer");
  const taken = await takeIn(author, path);
  if ("refused" in taken) throw new Error(taken.refused);
  return { ...(await publishFor(learners, author, taken.package)), stored: taken.package, author };
}

function filesIn(folder: string, place: string): [string, Buffer][] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => [`${place}${name}`, readFileSync(join(folder, name))]);
}
