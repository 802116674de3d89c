import type { Fault } from "#app/library/fault.ts";
import type { FolderParts } from "#app/library/folder-part.ts";
import { getCurrentCourse } from "#app/library/published-course.server.ts";
import { clock, days } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { lane } from "#app/platform/lane.ts";
import { type Outcome, tryAddress } from "#app/platform/outside.server.ts";
import { enqueue } from "#app/platform/queue.server.ts";

import { withBank } from "./bank-folder.server.ts";
import { draftFolder } from "./draft.server.ts";
import { checkLinks } from "./jobs.ts";
import { outsideLinks } from "./outside-links.server.ts";

/** What is known of an address stands so long. */
const remembered = days(7);

/** Asked at the same time; and after so many without any answer it is our own line, not theirs, that is down. */
const [atOnce, givenUpAfter] = [4, 12];

/** What is known of the links of a folder: those that lead nowhere any more, and how many were not tried in the last week. */
export type LinkFindings = { warnings: Fault[]; untried: number };

/** Reads every lesson once. */
export async function linkFindings(parts: FolderParts): Promise<LinkFindings> {
  const links = await outsideLinks(parts);
  const urls = new Set(links.map(({ url }) => url));
  const known = await knownOutcomes([...urls]);
  const warnings = links.flatMap(({ file, line, url }): Fault[] => {
    const outcome = known.get(url);
    if (outcome === "gone") return [{ file, line, key: "faults.linkGone", values: { url } }];
    if (outcome === "unknown-host") return [{ file, line, key: "faults.linkHost", values: { url } }];
    return [];
  });
  return { warnings, untried: urls.size - known.size };
}

/** Has the links of a course's draft tried that were not in the last week. Asking again while it goes on changes nothing. */
export async function askForLinkCheck(courseId: string): Promise<void> {
  await enqueue(checkLinks, { courseId }, courseId);
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
  const draft = await db.courseDraft.findUnique({
    where: { courseId },
    select: { course: { select: { slug: true } } },
  });
  if (!draft) return;
  const course = await getCurrentCourse(draft.course.slug);
  const links = await outsideLinks(await withBank(await draftFolder({ course }), course));
  const urls = [...new Set(links.map(({ url }) => url))];
  const known = await knownOutcomes(urls);
  const untried = urls.filter((url) => !known.has(url));
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
    // The check of another course may just have noted the same address.
    db.linkState.createMany({ data: found.map((one) => ({ ...one, checkedAt })), skipDuplicates: true }),
  ]);
}
