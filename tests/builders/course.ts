import { join } from "node:path";

import type { Actor } from "#app/identity/actor.ts";
import { enrol } from "#app/learning/enrol.server.ts";
import { importCourse } from "#app/authoring/course-import.server.ts";
import { getCurrentCourse, type PublishedCourse } from "#app/library/published-course.server.ts";
import { db } from "#app/platform/db.server.ts";

import { administrator, learner } from "./people.ts";

export const courseSlug = "digital-safety";
export const courseFolder = join(import.meta.dirname, "../../courses", courseSlug);

/** The shipped course, imported once for each test file. */
export async function publishedCourse(): Promise<PublishedCourse> {
  await importCourse(courseFolder);
  return getCurrentCourse(courseSlug);
}

export async function enrolledLearner(given: Parameters<typeof learner>[0] = {}): Promise<Actor> {
  const course = await publishedCourse();
  const actor = await learner(given);
  const by = await administrator();
  await db.$transaction((tx) => enrol(tx, by, course, actor.id));
  return actor;
}
