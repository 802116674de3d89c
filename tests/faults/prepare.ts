import { attemptOf, openQuiz, startAttempt } from "#app/assessment/attempt.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { enrol } from "#app/learning/enrol.server.ts";
import { importCourse } from "#app/authoring/course-import.server.ts";
import { getCurrentCourse } from "#app/library/published-course.server.ts";
import { db } from "#app/platform/db.server.ts";
import { env } from "#app/platform/env.server.ts";
import { closeQueues, migrateQueue } from "#app/platform/queue.server.ts";
import { applyMigrations } from "#prisma/migrate.ts";
import { administrator, learner } from "#tests/builders/people.ts";

import { probeSlug, writeProbeCourse } from "./probe-course.ts";

export async function prepareProbeCourse(directory: string): Promise<void> {
  await applyMigrations(env().DATABASE_URL);
  await migrateQueue(env().DATABASE_URL);
  await importCourse(await writeProbeCourse(directory));
}

/** A learner of the probe course who has done nothing yet. */
export async function probeLearner(): Promise<Actor> {
  const course = await getCurrentCourse(probeSlug);
  const actor = await learner();
  const by = await administrator();
  await db.$transaction((tx) => enrol(tx, by, course, actor.id));
  return actor;
}

export async function closeConnections(): Promise<void> {
  await closeQueues();
  await db.$disconnect();
}

/** Address of the first question of the learner's open attempt at the test, and which question that is. */
export async function startedQuiz(actor: Actor): Promise<{ address: string; questionId: string }> {
  const { number } = await startAttempt(actor, probeSlug, "quiz");
  const { items } = await attemptOf(await openQuiz(actor, probeSlug, "quiz"), number);
  const [item] = items;
  if (!item) throw new Error("the test asks nothing");
  return {
    address: `/learn/${probeSlug}/quizzes/quiz/attempts/${number}/questions/${item.position}`,
    questionId: item.stored.question.id,
  };
}
