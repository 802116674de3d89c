import type { Activity } from "#app/library/course-format.ts";
import { runsOf } from "#app/library/outline-sections.ts";

/** Other orders of an outline, whose sections stay whole. An id that there is not changes nothing. */

export type Way = "up" | "down";

/**
 * One line up or down, where a section begins and ends with a line of its own: who comes to it goes in, who comes to its
 * end goes out. An activity that is alone in its section moves with it.
 */
export function movedByLine(outline: Activity[], id: string, way: Way): Activity[] {
  const moved = outline.find((activity) => activity.id === id);
  if (!moved) return outline;
  if (isAlone(outline, moved)) return sectionMoved(outline, moved.section as string, way);
  const lines = linesOf(outline);
  const from = lines.findIndex((line) => typeof line !== "string" && line.id === id);
  const to = from + (way === "up" ? -1 : 1);
  if (to < 0 || to >= lines.length) return outline;
  return ofLines(lines.toSpliced(from, 1).toSpliced(to, 0, moved));
}

/** To the place of another activity, counted from 0, and into its section. */
export function movedTo(outline: Activity[], id: string, place: number): Activity[] {
  const moved = outline.find((activity) => activity.id === id);
  const target = outline[Math.min(Math.max(place, 0), outline.length - 1)];
  if (!moved || !target || moved === target) return outline;
  const others = outline.filter((activity) => activity !== moved);
  return others.toSpliced(outline.indexOf(target), 0, inSection(moved, target.section));
}

/** Into a section as its first or last activity. */
export function movedInto(
  outline: Activity[],
  id: string,
  section: string,
  end: "first" | "last",
): Activity[] {
  const moved = outline.find((activity) => activity.id === id);
  const others = outline.filter((activity) => activity !== moved);
  const isIn = (activity: Activity) => activity.section === section;
  const place = end === "first" ? others.findIndex(isIn) : others.findLastIndex(isIn) + 1;
  if (!moved || !others.some(isIn)) return outline;
  return others.toSpliced(place, 0, inSection(moved, section));
}

/** The section that stands beside an activity outside of any, above it if there is one. */
export function sectionBeside(outline: readonly Activity[], id: string): string | null {
  const place = outline.findIndex((activity) => activity.id === id);
  if (outline[place]?.section !== undefined) return null;
  return outline[place - 1]?.section ?? outline[place + 1]?.section ?? null;
}

/** Into the section that stands beside it. */
export function indented(outline: Activity[], id: string): Activity[] {
  const section = sectionBeside(outline, id);
  if (section === null) return outline;
  return outline.map((activity) => (activity.id === id ? inSection(activity, section) : activity));
}

/** Out of its section: before it for its first activity, else behind it. */
export function outdented(outline: Activity[], id: string): Activity[] {
  const moved = outline.find((activity) => activity.id === id);
  if (moved?.section === undefined) return outline;
  const ofSection = outline.filter(({ section }) => section === moved.section);
  const plain = inSection(moved, undefined);
  if (ofSection[0] === moved) return outline.map((activity) => (activity === moved ? plain : activity));
  const others = outline.filter((activity) => activity !== moved);
  return others.toSpliced(others.findLastIndex(({ section }) => section === moved.section) + 1, 0, plain);
}

/** A whole section up or down, over an activity outside of sections or another section. */
export function sectionMoved(outline: Activity[], section: string, way: Way): Activity[] {
  const from = blocksOf(outline).findIndex((block) => block[0]?.section === section);
  return sectionMovedTo(outline, section, from + (way === "up" ? -1 : 1));
}

/** A whole section to the place of an activity outside of sections, or of a section; counted from 0 among both. */
export function sectionMovedTo(outline: Activity[], section: string, place: number): Activity[] {
  const blocks = blocksOf(outline);
  const from = blocks.findIndex((block) => block[0]?.section === section);
  const moved = blocks[from];
  if (!moved || place < 0 || place >= blocks.length) return outline;
  return blocks.toSpliced(from, 1).toSpliced(place, 0, moved).flat();
}

/** These activities in one section, where the first of them is, in the order that they have. */
export function gathered(outline: Activity[], ids: readonly string[], section: string): Activity[] {
  const chosen = outline.filter(({ id }) => ids.includes(id));
  const first = chosen[0];
  if (!first) return outline;
  const others = outline.filter((activity) => !chosen.includes(activity));
  const before = outline.slice(0, outline.indexOf(first));
  // In the middle of another section it would split that one.
  const within = first.section;
  const isInside = within !== undefined && before.at(-1)?.section === within;
  const place = isInside ? others.findLastIndex((one) => one.section === within) + 1 : before.length;
  return others.toSpliced(place, 0, ...chosen.map((activity) => inSection(activity, section)));
}

/** Without a section; its activities stay where they are. */
export function dissolved(outline: Activity[], section: string): Activity[] {
  return outline.map((activity) =>
    activity.section === section ? inSection(activity, undefined) : activity,
  );
}

/** Sections, and the activities outside of them one by one. */
export function blocksOf<T extends { section?: string }>(outline: readonly T[]): T[][] {
  return runsOf(outline).flatMap(({ section, activities }) =>
    section === null ? activities.map((activity) => [activity]) : [activities],
  );
}

function isAlone(outline: Activity[], { id, section }: Activity): boolean {
  return section !== undefined && outline.every((one) => one.id === id || one.section !== section);
}

function inSection(activity: Activity, section: string | undefined): Activity {
  const { section: _before, ...plain } = activity;
  return { ...plain, ...(section !== undefined && { section }) } as Activity;
}

type Line = Activity | `begin ${string}` | "end";

function linesOf(outline: Activity[]): Line[] {
  return runsOf(outline).flatMap(({ section, activities }): Line[] =>
    section === null ? activities : [`begin ${section}`, ...activities, "end"],
  );
}

function ofLines(lines: Line[]): Activity[] {
  let section: string | undefined;
  return lines.flatMap((line) => {
    if (typeof line !== "string") return [inSection(line, section)];
    section = line === "end" ? undefined : line.slice("begin ".length);
    return [];
  });
}
