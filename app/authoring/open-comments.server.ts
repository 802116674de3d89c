import type { Fault } from "#app/library/fault.ts";
import type { PublishedCourse } from "#app/library/published-course.server.ts";
import { db } from "#app/platform/db.server.ts";

/** Comments on the draft of a version that nobody has resolved, as something to look at before it is published. */
export async function openCommentWarnings({ versionId }: PublishedCourse): Promise<Fault[]> {
  const rows = await db.draftComment.findMany({
    where: { courseVersionId: versionId, resolvedAt: null },
    orderBy: { createdAt: "asc" },
    select: { lesson: true, language: true, author: { select: { name: true } } },
  });
  return rows.map(({ lesson, language, author }) => ({
    file: lesson ? `lessons/${lesson}/${language ?? "en"}.md` : "course.yaml",
    line: 1,
    key: "reviews.openComment",
    values: { name: author?.name ?? "–" },
  }));
}
