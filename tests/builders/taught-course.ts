import { importCourse } from "#app/authoring/course-import.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { addTrainer } from "#app/library/course-team.server.ts";
import { getCurrentCourse, type PublishedCourse } from "#app/library/published-course.server.ts";
import type { WrittenLanguage } from "#app/platform/languages.ts";

import { courseCopy } from "./course-copy.ts";
import { courseSlug } from "./course.ts";
import { administrator, trainer } from "./people.ts";
import { scratchFolder } from "./scratch-folder.ts";

const workshop = scratchFolder("courses");

/** The shipped course in a few languages, its folder, and a trainer who teaches it. */
export async function taughtCourse(
  languages: readonly WrittenLanguage[] = ["en", "sr-Cyrl"],
): Promise<{ folder: string; course: PublishedCourse; vera: Actor }> {
  const folder = courseCopy(workshop, languages);
  await importCourse(folder);
  const vera = await trainer();
  await addTrainer(await administrator(), courseSlug, vera.id);
  return { folder, course: await getCurrentCourse(courseSlug), vera };
}
