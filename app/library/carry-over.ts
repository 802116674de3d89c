import { type Language, readingOrder } from "#app/platform/languages.ts";

import type { Activity, CourseStructure, CourseText } from "./course-format.ts";
import { certificateStepId } from "./certificate-step.ts";
import { isMaterial } from "./material.ts";
import { withInserted } from "./outline-sections.ts";

/** A course as it is now: with what trainers have added in the browser. */
export type CurrentCourse = {
  structure: CourseStructure;
  /** By language. */
  texts: ReadonlyMap<string, CourseText>;
  /** Package versions by the course's names. */
  packages: ReadonlyMap<string, string>;
};

/** Additions to a new version of the course's folder. */
export type CarriedOver = {
  outline: Activity[];
  /** Titles of the added activities in a language. */
  titles: (language: Language) => CourseText["activities"];
  packages: Map<string, string>;
};

/**
 * An activity's kind, and which lesson, quiz, survey or version of a package it is. A film, file or page elsewhere is told
 * by its id alone: another name of its file makes nothing else of it.
 */
function contentOf(activity: Activity, packages: ReadonlyMap<string, string>): string {
  if (isMaterial(activity)) return activity.kind;
  const name = (activity as Record<string, unknown>)[activity.kind];
  const content = activity.kind === "package" ? (packages.get(activity.package) ?? name) : name;
  return `${activity.kind} ${String(content)}`;
}

/** Of two versions, the ids of their activities by what becomes of progress in them. */
type VersionChanges = { added: string[]; removed: string[]; restarted: string[]; kept: string[] };

type VersionContent = { outline: Activity[]; packages: ReadonlyMap<string, string> };

/**
 * What a learner who goes from one version of a course to another meets: progress is carried over where the activity is
 * the same (its id, its kind, and the lesson, quiz, survey or version of a package that it is); what has this id but is
 * another thing begins anew.
 */
export function versionChanges(before: VersionContent, after: VersionContent): VersionChanges {
  const known = new Map(
    before.outline.map((activity) => [activity.id, contentOf(activity, before.packages)]),
  );
  const ids = after.outline.map(({ id }) => id);
  const same = after.outline.filter(
    (activity) => known.get(activity.id) === contentOf(activity, after.packages),
  );
  const kept = same.map(({ id }) => id);
  return {
    added: ids.filter((id) => !known.has(id)),
    removed: [...known.keys()].filter((id) => !ids.includes(id)),
    restarted: ids.filter((id) => known.has(id) && !kept.includes(id)),
    kept,
  };
}

/**
 * The outline of a folder's new version with the packages and quizzes that trainers have added in the browser, each
 * behind the activity that it stood behind. An id that the folder uses now is the folder's; a package's name that it
 * uses is given another number.
 */
export function carryOver(
  current: CurrentCourse | null,
  folder: { outline: Activity[]; packageNames: string[] },
): CarriedOver {
  let outline = [...folder.outline];
  const packages = new Map<string, string>();
  const taken = new Set(folder.packageNames);
  const added: Activity[] = [];
  const before = current?.structure.course.outline ?? [];
  for (const [index, activity] of before.entries()) {
    if (folder.outline.some(({ id }) => id === activity.id)) continue;
    const carried = carriedActivity(activity, current, taken, packages);
    if (!carried) continue;
    added.push(carried);
    outline = withInserted(outline, placeBehind(before.slice(0, index), outline), carried);
  }
  const ids = new Set([certificateStepId, ...outline.map(({ id }) => id)]);
  return {
    outline: outline.map((activity) =>
      added.some(({ id }) => id === activity.id)
        ? { ...activity, after: activity.after.filter((id) => ids.has(id)) }
        : activity,
    ),
    titles: (language) => titlesOf(added, current, language),
    packages,
  };
}

/** Null for what is the folder's own; a package is noted with the name that it has from now on. */
function carriedActivity(
  activity: Activity,
  current: CurrentCourse | null,
  taken: Set<string>,
  packages: Map<string, string>,
): Activity | null {
  if (activity.kind === "quiz") return activity.isAdded ? activity : null;
  if (activity.kind !== "package" || !activity.isUploaded) return null;
  const version = current?.packages.get(activity.package);
  if (version === undefined) return null;
  const name = freeName(activity.package, taken);
  taken.add(name);
  packages.set(name, version);
  return { ...activity, package: name };
}

function placeBehind(earlier: Activity[], outline: Activity[]): number {
  const ids = outline.map(({ id }) => id);
  const neighbour = earlier.findLast(({ id }) => ids.includes(id));
  return neighbour ? ids.indexOf(neighbour.id) + 1 : 0;
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let count = 2; taken.has(free); count += 1) free = `${name}-${count}`;
  return free;
}

function titlesOf(added: Activity[], current: CurrentCourse | null, language: Language) {
  return Object.fromEntries(
    added.map(({ id }) => {
      const titled = readingOrder(language).map((tag) => current?.texts.get(tag)?.activities[id]);
      return [id, titled.find((text) => text !== undefined) ?? { title: id }];
    }),
  );
}
