import { isDeepStrictEqual } from "node:util";

import { parse } from "yaml";

import type { Activity } from "#app/library/course-format.ts";
import { quizOf } from "#app/library/quiz-activity.ts";
import { freeSlug, slugOf } from "#app/library/slug.ts";
import type { FolderParts } from "#app/library/folder-part.ts";
import { languageName, type WrittenLanguage } from "#app/platform/languages.ts";

import { readSources, type CourseSources } from "../course-sources.server.ts";
import { basisOf } from "../draft.server.ts";
import { freeId } from "../outline-additions.server.ts";
import { mentions } from "../media-uses.server.ts";
import { textOfPart } from "../version-folder.server.ts";

/** Old names in one course, and the new ones in another; a name that stays stands there as well. */
export type Renamed = ReadonlyMap<string, string>;

/** What taking an activity into another course's folder comes to. */
export type TransferPlan = {
  activity: Activity;
  /** Its id there, which is also that of its lesson or package. */
  id: string;
  /** Paths of media/. */
  media: Renamed;
  /** Names in packages/, of those in a lesson and of its own. */
  packages: Renamed;
  facts: Renamed;
  /** Keys of the questions inside a lesson. */
  checks: string[];
  /** Languages that the other course does not have, in which it is written here. */
  languagesLeft: string[];
  /** Languages of the other course in which it is not written here. */
  languagesMissing: string[];
};

/** Plans it; null where there is no such activity. Nothing is changed. */
export async function planTransfer(
  from: FolderParts,
  id: string,
  to: FolderParts,
): Promise<TransferPlan | null> {
  const [sources, targets] = [await readSources(from), await readSources(to)];
  const activity = sources.course.outline.find((one) => one.id === id);
  if (!activity) return null;
  const texts = await textsOf(from, activity);
  const all = [...texts.values(), JSON.stringify(activity)].join("\n");
  const named = [...all.matchAll(/::package\[[^\]]*\]\{[^}]*?name=([a-z0-9-]+)/g)].map(
    ([, name]) => name as string,
  );
  const packages = activity.kind === "package" ? [activity.package] : [...new Set(named)];
  const checks = [...new Set([...all.matchAll(/::check\{#([^}\s]+)/g)].map(([, key]) => key as string))];
  const cited = [...all.matchAll(/:cite\[([^\]]*)\]/g)].flatMap(([, ids]) => (ids ?? "").split(/\s+/));
  const newId = freeId(targets, to, id, activity.kind);
  const [here, there] = [languagesOf(sources), languagesOf(targets)];
  const written = here.filter((tag) => activity.kind !== "lesson" || texts.has(tag));
  return {
    activity,
    id: newId,
    media: mediaFor(from, to, all),
    packages: new Map(
      packages.map((name) => [
        name,
        activity.kind === "package" ? newId : packageNameIn(from, to, name, newId),
      ]),
    ),
    facts: factsFor(sources, targets, [
      ...new Set([...cited, ...(await factsAsked(from, activity, checks))]),
    ]),
    checks,
    languagesLeft: written.filter((tag) => !there.includes(tag)).map(languageName),
    languagesMissing: there.filter((tag) => !written.includes(tag)).map(languageName),
  };
}

function languagesOf({ texts }: CourseSources): WrittenLanguage[] {
  return [...texts.keys()];
}

/** The files of a lesson by their languages. */
async function textsOf(parts: FolderParts, activity: Activity): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  if (activity.kind !== "lesson") return texts;
  const begin = `lessons/${activity.lesson}/`;
  for (const path of parts.keys()) {
    if (path.startsWith(begin) && path.endsWith(".md")) {
      texts.set(path.slice(begin.length, -".md".length), (await textOfPart(parts, path)) ?? "");
    }
  }
  return texts;
}

/** A file that is there already under its name keeps it; where another one has the name, it gets a free one. */
function mediaFor(from: FolderParts, to: FolderParts, text: string): Renamed {
  const taken = new Set(to.keys());
  const paths = [...from.keys()].filter((path) => path.startsWith("media/") && mentions(text, path));
  return new Map(
    paths.map((path) => {
      const isFree = !to.has(path) || basisOf(to.get(path)) === basisOf(from.get(path));
      const dot = path.lastIndexOf(".");
      const renamed = isFree
        ? path
        : freeSlug(path.slice(0, dot), (stem) => taken.has(stem + path.slice(dot))) + path.slice(dot);
      taken.add(renamed);
      return [path, renamed];
    }),
  );
}

/** The name of a package with the same files, or a free one. */
function packageNameIn(from: FolderParts, to: FolderParts, name: string, id: string): string {
  const wanted = filesOfPackage(from, name);
  const taken = new Set([id]);
  for (const path of to.keys()) {
    const [, known] = /^packages\/([^/.]+)/.exec(path) ?? [];
    if (known) taken.add(known);
  }
  const same = [...taken].find((known) => wanted !== "" && filesOfPackage(to, known) === wanted);
  return same ?? freeSlug(slugOf(name, "package"), (slug) => taken.has(slug));
}

/** Names and content of a package's files. */
function filesOfPackage(parts: FolderParts, name: string): string {
  const lines = [...parts.values()].flatMap((part) => {
    const [, known, rest] = /^packages\/([^/.]+)(.*)$/.exec(part.path) ?? [];
    return known === name ? [`${rest} ${basisOf(part)}`] : [];
  });
  return lines.sort().join("\n");
}

/** Facts of the questions of a quiz or in a lesson, as the folder has them. */
async function factsAsked(parts: FolderParts, activity: Activity, keys: string[]): Promise<string[]> {
  const facts: string[] = [];
  const own = `quizzes/${quizOf(activity)}.yaml`;
  for (const path of parts.keys()) {
    if (!/^quizzes\/[^/]+\.yaml$/.test(path)) continue;
    const quiz = parse((await textOfPart(parts, path)) ?? "") as {
      questions?: { id: string; facts?: string[] }[];
    };
    for (const { id, facts: named = [] } of quiz.questions ?? [])
      if (keys.includes(id) || path === own) facts.push(...named);
  }
  return facts;
}

/** A fact of the same name that rests on other documents is another fact. */
function factsFor(from: CourseSources, to: CourseSources, ids: string[]): Renamed {
  const known = to.course.sources;
  const given = from.course.sources;
  const used = ids.filter((id) => given[id]);
  return new Map(
    used.map((id) => {
      const isFree = !known[id] || isDeepStrictEqual(known[id], given[id]);
      return [id, isFree ? id : freeSlug(id, (name) => known[name] !== undefined || name in given)];
    }),
  );
}
