import type { Fault } from "#app/library/fault.ts";
import type { FolderParts } from "#app/library/folder-part.ts";
import { clock, days } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { lane } from "#app/platform/lane.ts";
import { type Outcome, tryAddress } from "#app/platform/outside.server.ts";
import { enqueue } from "#app/platform/queue.server.ts";

import { draftFolder } from "./draft.server.ts";
import { checkLinks } from "./jobs.ts";
import { outsideLinks } from "./outside-links.server.ts";

/** What is known of an address stands so long. */
const remembered = days(7);

/** Asked at the same time; and after so many without any answer it is our own line, not theirs, that is down. */
const [atOnce, givenUpAfter] = [4, 12];

/** Has the links of a draft tried that were not in the last week. Returns how many these are. */
export async function askForLinkCheck(courseId: string, parts: FolderParts): Promise<number> {
  const untried = await untriedLinks(parts);
  if (untried.length > 0) await enqueue(checkLinks, { courseId }, courseId);
  return untried.length;
}

async function untriedLinks(parts: FolderParts): Promise<string[]> {
  const urls = [...new Set((await outsideLinks(parts)).map(({ url }) => url))];
  const known = await knownOutcomes(urls);
  return urls.filter((url) => !known.has(url));
}

async function knownOutcomes(urls: string[]): Promise<Map<string, Outcome>> {
  const checkedAt = { gte: new Date(clock.now().getTime() - remembered) };
  const rows = await db.linkState.findMany({ where: { url: { in: urls }, checkedAt } });
  return new Map(rows.map(({ url, outcome }) => [url, outcome as Outcome]));
}

/**
 * Tries each link of a course's draft that was not tried in the last week, and notes what came of it. Where nothing at
 * all answers, as in a closed network, it stops and notes nothing. A draft that is gone has no links.
 */
export async function tryLinks(courseId: string, attempt: typeof tryAddress = tryAddress): Promise<void> {
  const untried = await untriedLinks(await draftFolder({ course: { courseId } }));
  const inLane = lane(atOnce);
  let [answered, silent] = [0, 0];
  const found: { url: string; outcome: Outcome }[] = [];
  await Promise.all(
    untried.map((url) =>
      inLane(async () => {
        if (answered === 0 && silent >= givenUpAfter) return;
        const outcome = await attempt(url);
        if (outcome === "works" || outcome === "gone") answered += 1;
        else silent += 1;
        found.push({ url, outcome });
      }),
    ),
  );
  if (answered === 0) return;
  const checkedAt = clock.now();
  await db.$transaction([
    db.linkState.deleteMany({ where: { url: { in: found.map(({ url }) => url) } } }),
    db.linkState.createMany({ data: found.map((one) => ({ ...one, checkedAt })) }),
  ]);
}

/** Links of a draft that were tried and lead nowhere any more. */
export async function linkWarnings(parts: FolderParts): Promise<Fault[]> {
  const links = await outsideLinks(parts);
  const known = await knownOutcomes(links.map(({ url }) => url));
  return links.flatMap(({ file, line, url }): Fault[] => {
    const outcome = known.get(url);
    if (outcome === "gone") return [{ file, line, key: "faults.linkGone", values: { url } }];
    if (outcome === "unknown-host") return [{ file, line, key: "faults.linkHost", values: { url } }];
    return [];
  });
}
