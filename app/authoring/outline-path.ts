import { certificateStepId } from "#app/library/certificate-step.ts";
import { neverOpening, type OutlineRules } from "#app/library/never-opening.ts";
import { requiredIn, visibleOutline } from "#app/library/visible-outline.ts";

/** A step of the picture, the certificate among them; `after` are the steps that it waits for. */
export type PathRow = { id: string; after: string[]; isUnreachable: boolean };

/** What one row waits for, drawn as a line in a lane beside the rows. Rows and lanes count from 0. */
export type PathWait = { row: number; sources: number[]; lane: number };

export type PathPicture = { rows: PathRow[]; waits: PathWait[]; lanes: number };

/**
 * The picture of an outline as learners see it: a row for each step, the certificate behind the last that it waits for,
 * and lines from what comes first to what waits for it. Lines that would lie on one another are in different lanes.
 */
export function pathPicture(outline: OutlineRules[]): PathPicture {
  const rows = rowsOf(outline);
  const waits = rows.flatMap(({ after }, row): Omit<PathWait, "lane">[] => {
    const sources = after.map((id) => rows.findIndex((one) => one.id === id)).filter((place) => place >= 0);
    return sources.length > 0 ? [{ row, sources }] : [];
  });
  const placed: PathWait[] = [];
  // Short lines first, so that they are nearest to their rows.
  for (const wait of waits.sort((a, b) => lengthOf(a) - lengthOf(b))) {
    let lane = 0;
    while (placed.some((other) => other.lane === lane && doMeet(other, wait))) lane += 1;
    placed.push({ ...wait, lane });
  }
  return { rows, waits: placed, lanes: Math.max(0, ...placed.map(({ lane }) => lane + 1)) };
}

function rowsOf(outline: OutlineRules[]): PathRow[] {
  const visible = visibleOutline(outline);
  const required = requiredIn(outline).map(({ id }) => id);
  const never = new Set(neverOpening(outline).map(({ id }) => id));
  const isNever = (after: string[]) => after.some((id) => never.has(id));
  // What waits for something that never opens, never opens.
  let count = -1;
  while (count < never.size) {
    count = never.size;
    for (const { id, after } of visible) if (isNever(after)) never.add(id);
    if (isNever(required)) never.add(certificateStepId);
  }
  const rows = visible.map(({ id, after }) => ({ id, after, isUnreachable: never.has(id) }));
  const last = visible.findLastIndex((activity) => activity.required);
  if (last < 0) return rows;
  const isUnreachable = never.has(certificateStepId);
  return rows.toSpliced(last + 1, 0, { id: certificateStepId, after: required, isUnreachable });
}

function spanOf({ row, sources }: Omit<PathWait, "lane">): [from: number, to: number] {
  return [Math.min(row, ...sources), Math.max(row, ...sources)];
}

function lengthOf(wait: Omit<PathWait, "lane">): number {
  const [from, to] = spanOf(wait);
  return to - from;
}

function doMeet(a: Omit<PathWait, "lane">, b: Omit<PathWait, "lane">): boolean {
  const [[from, to], [otherFrom, otherTo]] = [spanOf(a), spanOf(b)];
  return from <= otherTo && otherFrom <= to;
}
