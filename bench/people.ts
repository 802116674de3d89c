import { startSession } from "#app/identity/session.server.ts";
import { pagesOf } from "#app/learning/path.ts";
import { getCurrentCourse } from "#app/library/published-course.server.ts";
import { db } from "#app/platform/db.server.ts";
import { demonstrationAccounts } from "#scripts/demo-accounts.ts";

const course = "digital-safety";

export async function cookieOf(userId: string): Promise<string> {
  const [session = ""] = (await startSession(userId)).split(";");
  return `${session}; language=en`;
}

export async function demonstrationCookie(role: "administrator" | "learner"): Promise<string> {
  const email = demonstrationAccounts.find((account) => account.role === role)?.email;
  const { id } = await db.user.findUniqueOrThrow({ where: { email } });
  return cookieOf(id);
}

/** Address of the second page of the first lesson: plain reading, as most pages are. */
export async function lessonPath(): Promise<string> {
  const { structure } = await getCurrentCourse(course);
  const lesson = structure.course.outline.find(({ kind }) => kind === "lesson");
  if (!lesson) throw new Error("the course has no lesson");
  return `/learn/${course}/lessons/${lesson.id}/${pagesOf(structure, lesson)[1]}`;
}

/** Adds learners until there are so many; two of five have completed the course. */
export async function fillUpTo(total: number): Promise<void> {
  const { courseId, versionId } = await currentIds();
  const missing = total - (await db.enrolment.count());
  await db.$executeRaw`
    INSERT INTO "user" (id, email, name, role, language, jurisdiction, sector, created_at)
    SELECT 'bench-' || n, 'bench' || n || '@example.org', 'Ana Primer', 'learner', 'en',
           (ARRAY['al', 'ba', 'xk', 'me', 'mk', 'rs'])[1 + n % 6],
           (ARRAY['police', 'justice', 'health', 'social-work', 'civil-society', 'government', 'company'])[1 + n % 7],
           timestamptz '2026-01-12' + n % 240 * interval '1 day'
    FROM generate_series(1, ${missing}::int) n`;
  await db.$executeRaw`
    INSERT INTO enrolment (id, user_id, course_id, course_version_id, enrolled_at, started_at, completed_at)
    SELECT 'bench-' || n, 'bench-' || n, ${courseId}, ${versionId}, day, day,
           CASE WHEN n % 5 < 2 THEN day + interval '3 days' END
    FROM generate_series(1, ${missing}::int) n, LATERAL (SELECT timestamptz '2026-01-12' + n % 240 * interval '1 day' AS day) d`;
  await db.$executeRaw`ANALYZE`;
}

async function currentIds() {
  const { courseId, courseVersionId } = await db.enrolment.findFirstOrThrow();
  return { courseId, versionId: courseVersionId };
}
