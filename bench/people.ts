import { keyOf } from "#app/assessment/grading/key.ts";
import { attemptOf, openQuiz, presentationIn } from "#app/assessment/attempt.server.ts";
import { fieldsOfResponse } from "#app/assessment/response.ts";
import { finishLessonPage } from "#app/certification/learner-steps.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { startSession } from "#app/identity/session.server.ts";
import { enrol } from "#app/learning/enrol.server.ts";
import { pagesOf } from "#app/learning/path.ts";
import { getCurrentCourse, type PublishedCourse } from "#app/library/published-course.server.ts";
import { db } from "#app/platform/db.server.ts";
import { demonstrationAccounts } from "#scripts/demo-accounts.ts";
import { answeredAttempt, attempt } from "#tests/builders/attempts.ts";
import { administrator, learner } from "#tests/builders/people.ts";

const course = "digital-safety";

/** A learner whose final test is answered but not handed in. */
export type Candidate = {
  cookie: string;
  /** Address of her attempt, and the form that answers its first question. */
  attempt: string;
  form: string;
};

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

export async function candidates(count: number): Promise<Candidate[]> {
  const [by, published] = [await administrator(), await getCurrentCourse(course)];
  const made: Candidate[] = [];
  while (made.length < count) made.push(await candidate(by, published));
  return made;
}

async function candidate(by: Actor, published: PublishedCourse): Promise<Candidate> {
  const actor = await learner();
  await db.$transaction((tx) => enrol(tx, by, published, actor.id));
  for (const activity of published.structure.course.outline) {
    if (activity.kind !== "lesson") continue;
    for (const page of pagesOf(published.structure, activity)) {
      await finishLessonPage(actor, course, activity.id, page);
    }
    await attempt(actor, `${activity.id}-quiz`);
  }
  const number = await answeredAttempt(actor, "final-test");
  const open = await openQuiz(actor, course, "final-test");
  const [item] = (await attemptOf(open, number)).items;
  if (!item) throw new Error("the final test asks nothing");
  const fields = fieldsOfResponse(item.stored.question, presentationIn(item), keyOf(item.stored.question));
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    if (Array.isArray(value)) for (const one of value) form.append(`${name}[]`, one);
    else form.append(name, value);
  }
  return {
    cookie: await cookieOf(actor.id),
    attempt: `/learn/${course}/quizzes/final-test/attempts/${number}`,
    form: form.toString(),
  };
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
