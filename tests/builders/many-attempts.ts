import { db } from "#app/platform/db.server.ts";

import { courseWithQuiz } from "./quizzes.ts";

/**
 * A course whose test so many learners have submitted once. Written by the database alone: right and wrong come from a
 * skill and a difficulty, wrong answers from one of three options.
 */
export async function simulateAttempts({ attempts, questions }: { attempts: number; questions: number }) {
  const course = await courseWithQuiz({
    questions: Array.from({ length: questions }, (_, index) => ({
      id: `Q${index + 1}`,
      type: "single" as const,
      options: ["a", "b", "c", "d"],
      answer: "a",
    })),
  });
  const quiz = await db.quiz.findFirstOrThrow({ where: { courseId: course.courseId, slug: "quiz" } });
  const prefix = quiz.id;
  await db.$executeRaw`SELECT setseed(0.5)`;
  await db.$executeRaw`
    INSERT INTO "user" (id, email, name, role, language, jurisdiction, sector, created_at)
    SELECT ${prefix} || n, ${prefix} || n || '@example.org', 'Ana Primer', 'learner', 'en', 'rs', 'police', now()
    FROM generate_series(1, ${attempts}::int) n`;
  await db.$executeRaw`
    INSERT INTO enrolment (id, user_id, course_id, course_version_id, enrolled_at, started_at)
    SELECT ${prefix} || n, ${prefix} || n, ${course.courseId}, ${course.versionId}, now(), now()
    FROM generate_series(1, ${attempts}::int) n`;
  await db.$executeRaw`
    INSERT INTO attempt (id, enrolment_id, quiz_id, quiz_version_id, number, seed, started_at, submitted_at, max_points)
    SELECT ${prefix} || n, ${prefix} || n, ${quiz.id}, ${quiz.currentVersionId}, 1, n,
           timestamptz '2026-03-02' + n * interval '1 minute', timestamptz '2026-03-02' + (n + 30) * interval '1 minute',
           ${questions}::int
    FROM generate_series(1, ${attempts}::int) n`;
  await db.$executeRaw`
    INSERT INTO attempt_item (attempt_id, position, question_version_id, presentation, response, revision, answered_at,
                              is_correct, points)
    SELECT attempt_id, position, version_id, '{}', to_jsonb(CASE WHEN is_right THEN 'a' ELSE wrong END), 1,
           timestamptz '2026-03-02' + n * interval '1 minute' + position * interval '50 seconds', is_right, is_right::int
    FROM (
      SELECT ${prefix} || n AS attempt_id, n, position, version_id,
             random() < 1 / (1 + exp(position / 10.0 - 2 - 3 * skill)) AS is_right,
             (ARRAY['b', 'c', 'c', 'd', 'd', 'd'])[1 + floor(random() * 6)::int] AS wrong
      FROM (
        SELECT *
        FROM (SELECT n, (n * 7919 % 1000) / 1000.0 - 0.5 AS skill FROM generate_series(1, ${attempts}::int) n) people,
             (SELECT current_version_id AS version_id, row_number() OVER (ORDER BY key) AS position
              FROM bank_question JOIN question_bank bank ON bank.id = bank_id AND bank.course_id = ${course.courseId}) asked
        -- The same chances for the same answers, whatever way the database goes.
        ORDER BY n, position
      ) in_order
    ) answers`;
  await db.$executeRaw`
    UPDATE attempt SET points = (SELECT sum(points) FROM attempt_item WHERE attempt_id = attempt.id), is_passed = true
    WHERE quiz_id = ${quiz.id}`;
  return { course, quizId: quiz.id };
}
