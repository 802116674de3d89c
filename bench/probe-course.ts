import { openLaunch } from "#app/players/launch.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { enrol } from "#app/learning/enrol.server.ts";
import { importCourse } from "#app/authoring/course-import.server.ts";
import { getCurrentCourse } from "#app/library/published-course.server.ts";
import { db } from "#app/platform/db.server.ts";
import { administrator, learner } from "#tests/builders/people.ts";
import { probeSlug, type ProbeStandard, writeProbeCourse } from "#tests/faults/probe-course.ts";

/** Imports the course with one small package of each standard and enrols so many learners. */
export async function probeLearners(directory: string, count: number): Promise<Actor[]> {
  await importCourse(await writeProbeCourse(directory));
  const [by, course] = [await administrator(), await getCurrentCourse(probeSlug)];
  const learners: Actor[] = [];
  while (learners.length < count) {
    const actor = await learner();
    await db.$transaction((tx) => enrol(tx, by, course, actor.id));
    learners.push(actor);
  }
  return learners;
}

/** A launch token, as the learner's page gets one. */
export async function tokenFor(actor: Actor, standard: ProbeStandard): Promise<string> {
  const place = { courseSlug: probeSlug, activityId: standard };
  const launch = await openLaunch(actor, place, { newAttempt: null, isTakeOver: true, language: "en" });
  if (launch.kind === "busy") throw new Error("taking over is never refused");
  return launch.token;
}
