import type { Actor } from "#app/identity/actor.ts";
import { db } from "#app/platform/db.server.ts";
import { openLaunch, renewLaunch } from "#app/players/launch.server.ts";

import { probeSlug } from "./probe-course.ts";

/** Opens the SCORM 2004 probe as the learner's page does, going on here when it is open elsewhere. */
export async function launchShell(learner: Actor) {
  const place = { courseSlug: probeSlug, activityId: "scorm2004" };
  const launch = await openLaunch(learner, place, { newAttempt: null, isTakeOver: true, language: "en" });
  if (launch.kind === "busy") throw new Error("taking over is never refused");
  const { launchId, shellUrl } = launch;
  const { number } = await db.runLaunch.findUniqueOrThrow({ where: { id: launchId } });
  return { launchId, shellUrl, number };
}

export async function renew(learner: Actor, launchId: string): Promise<void> {
  await renewLaunch(learner, launchId);
}
