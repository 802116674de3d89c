import type { Actor } from "#app/identity/actor.ts";
import { requireTeaching } from "#app/library/course-team.server.ts";
import type { PublishedCourse } from "#app/library/published-course.server.ts";
import { chance } from "#app/platform/chance.ts";
import { after, clock, minutes } from "#app/platform/clock.ts";
import { db, type Transaction } from "#app/platform/db.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/id.ts";
import type { Prisma } from "#prisma/generated/client.ts";

import { isGradedByPerson } from "./grading/grade.ts";
import { getQuestionVersions, type StoredQuestion } from "./stored-question.server.ts";
import { getQuizVersion } from "./stored-quiz.server.ts";

/** How long an answer that somebody opened is hers. */
export const takenFor = minutes(30);

/**
 * Puts the answers of a submitted attempt that a person has to grade into the course's queue, in the transaction that
 * submits it. Repeating it changes nothing. An item without an answer is nothing to grade.
 */
export async function openGradingTasks(tx: Transaction, attemptId: string): Promise<void> {
  const attempt = await tx.attempt.findUniqueOrThrow({
    where: { id: attemptId },
    include: { items: true, quiz: { select: { courseId: true } } },
  });
  const ungraded = attempt.items.filter(({ fraction, response }) => fraction === null && response !== null);
  const stored = await getQuestionVersions(
    ungraded.map(({ questionVersionId }) => questionVersionId),
    tx,
  );
  const manual = ungraded.filter((_, index) => isGradedByPerson((stored[index] as StoredQuestion).question));
  if (manual.length === 0) return;
  const code = await codeOf(tx, attempt);
  await tx.gradingTask.createMany({
    data: manual.map(({ position }) => ({
      id: newId(),
      attemptId,
      position,
      courseId: attempt.quiz.courseId,
      quizId: attempt.quizId,
      code,
      waitsSince: attempt.submittedAt ?? clock.now(),
    })),
    skipDuplicates: true,
  });
}

const codeLength = 5;
const codeLetters = "ACDEFHJKLMNPRTUVWXY34679";

/** What stands for a learner in one quiz: drawn by chance, then always the same, so that it leads to nobody. */
async function codeOf(
  tx: Transaction,
  { enrolmentId, quizId }: { enrolmentId: string; quizId: string },
): Promise<string> {
  const known = await tx.gradingTask.findFirst({
    where: { quizId, item: { attempt: { enrolmentId } } },
    select: { code: true },
  });
  const letter = () => codeLetters[chance.integer(codeLetters.length)];
  return known?.code ?? Array.from({ length: codeLength }, letter).join("");
}

const ofTask = {
  item: { include: { attempt: { include: { enrolment: { include: { user: true } } } } } },
  marks: { orderBy: { givenAt: "asc" } },
} satisfies Prisma.GradingTaskInclude;

type TaskRow = Prisma.GradingTaskGetPayload<{ include: typeof ofTask }>;

/** A task of a course that the actor teaches, with its marks. Throws like `requireTeaching`, and NotFoundError. */
export async function requireTask(
  actor: Actor,
  courseSlug: string,
  taskId: string,
  client: Transaction = db,
): Promise<{ course: PublishedCourse; task: TaskRow; isAnonymous: boolean; isDouble: boolean }> {
  const course = await requireTeaching(actor, courseSlug);
  const task = await client.gradingTask.findFirst({
    where: { id: taskId, courseId: course.courseId },
    include: ofTask,
  });
  if (!task) throw new NotFoundError();
  const { settings } = await getQuizVersion(task.item.attempt.quizVersionId, client);
  return { course, task, isAnonymous: settings.anonymousGrading, isDouble: settings.doubleMarking };
}

/** Takes an answer for whoever opens it, unless somebody else has it open; a help against double work, not a lock. */
export async function takeTask(actor: Actor, taskId: string): Promise<boolean> {
  const now = clock.now();
  const { count } = await db.gradingTask.updateMany({
    where: { id: taskId, OR: [{ takenById: null }, { takenById: actor.id }, { takenUntil: { lt: now } }] },
    data: { takenById: actor.id, takenUntil: after(takenFor, now) },
  });
  return count > 0;
}

/** The opposite of `takeTask`. */
export async function putTaskBack(actor: Actor, courseSlug: string, taskId: string): Promise<void> {
  const { task } = await requireTask(actor, courseSlug, taskId);
  await db.gradingTask.updateMany({
    where: { id: task.id, takenById: actor.id },
    data: { takenById: null, takenUntil: null },
  });
}
