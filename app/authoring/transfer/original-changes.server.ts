import type { Actor } from "#app/identity/actor.ts";
import { fileSums } from "#app/library/course-files.server.ts";
import { requireTeaching } from "#app/library/course-team.server.ts";
import { labelledVersions, type PublishedCourse } from "#app/library/published-course.server.ts";
import { RefusalError } from "#app/platform/errors.ts";

import type { LessonOrigin } from "./transferred.server.ts";

/** Of a lesson that is a copy: its original says the same as then, says something else, or is out of the actor's reach. */
type OriginalState = "same" | "changed" | "unknown";

type Copy = { id: string; origin: LessonOrigin };

/**
 * What has become of the originals of a draft's lessons, by the ids of the activities; "unknown" where one is gone or the
 * actor does not teach its course.
 */
export async function originalStates(
  actor: Actor,
  copies: readonly Copy[],
  languages: readonly string[],
): Promise<Map<string, OriginalState>> {
  const slugs = [...new Set(copies.map(({ origin }) => origin.course))];
  const courses = new Map(
    await Promise.all(slugs.map(async (slug) => [slug, await taughtCourse(actor, slug)] as const)),
  );
  const known = copies.flatMap((copy) => {
    const source = courses.get(copy.origin.course);
    return source ? [{ ...copy, source }] : [];
  });
  const changed = await changedOriginals(known, languages);
  return new Map(
    copies.map(({ id }) => [
      id,
      changed.has(id) ? "changed" : known.some((one) => one.id === id) ? "same" : "unknown",
    ]),
  );
}

/** Null when it is gone or the actor does not teach it. */
async function taughtCourse(actor: Actor, slug: string): Promise<PublishedCourse | null> {
  return requireTeaching(actor, slug).catch((error: unknown) => {
    if (error instanceof RefusalError) return null;
    throw error;
  });
}

/** The copies whose originals say something else now (`source`) than in the version that they were taken from. */
export async function changedOriginals(
  copies: readonly (Copy & { source: PublishedCourse })[],
  languages: readonly string[],
): Promise<Set<string>> {
  const later = copies.filter(({ origin, source }) => source.label !== origin.version);
  const taken = await labelledVersions(
    later.map(({ origin, source }) => ({ courseId: source.courseId, label: origin.version })),
  );
  const takenFrom = ({ origin, source }: (typeof later)[number]) =>
    taken.find(({ courseId, label }) => courseId === source.courseId && label === origin.version)?.id;
  const pathsOf = ({ origin }: Copy) => languages.map((tag) => `lessons/${origin.lesson}/${tag}.md`);
  const sumOf = await fileSums(
    [...taken.map(({ id }) => id), ...later.map(({ source }) => source.versionId)],
    later.flatMap(pathsOf),
  );
  const hasChanged = (copy: (typeof later)[number]) => {
    const before = takenFrom(copy);
    return (
      before === undefined ||
      pathsOf(copy).some((path) => sumOf(before, path) !== sumOf(copy.source.versionId, path))
    );
  };
  return new Set(later.filter(hasChanged).map(({ id }) => id));
}
