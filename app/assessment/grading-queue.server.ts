import type { Actor } from "#app/identity/actor.ts";
import { requireTeaching } from "#app/library/course-team.server.ts";
import { getCourseText, type PublishedCourse } from "#app/library/published-course.server.ts";
import { quizOf } from "#app/library/quiz-activity.ts";
import { clock } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import type { Language } from "#app/platform/languages.ts";
import type { Prisma } from "#prisma/generated/client.ts";

import { takeTask } from "./grading-task.server.ts";
import { type QueueFilter, queueFilters, type QueueView } from "./grading-view.ts";
import { getQuestionVersions, questionTextIn } from "./stored-question.server.ts";
import { getQuizVersion } from "./stored-quiz.server.ts";

const mostShown = 200;

/** The answers of a course that wait for a person, oldest first; the actor's own are not among them. */
export async function gradingQueue(actor: Actor, courseSlug: string, view: QueueView, language: Language) {
  const course = await requireTeaching(actor, courseSlug);
  const waiting = waitingFor(actor, course);
  const [tasks, counts, quizzes, { text }] = await Promise.all([
    db.gradingTask.findMany({
      where: { ...waiting, ...ofView(actor, view) },
      orderBy: [{ waitsSince: "asc" }, { id: "asc" }],
      take: mostShown,
      include: {
        marks: { where: { graderId: actor.id }, select: { id: true } },
        item: {
          select: {
            questionVersionId: true,
            attempt: {
              select: {
                quizVersionId: true,
                enrolment: { select: { user: { select: { name: true, email: true } } } },
              },
            },
          },
        },
      },
    }),
    Promise.all(
      queueFilters.map((filter) =>
        db.gradingTask.count({ where: { ...waiting, ...ofView(actor, { ...view, filter }) } }),
      ),
    ),
    db.quiz.findMany({
      where: { gradingTasks: { some: waiting } },
      orderBy: { slug: "asc" },
      select: { id: true, slug: true },
    }),
    getCourseText(course.versionId, language),
  ]);
  const stored = await getQuestionVersions(tasks.map(({ item }) => item.questionVersionId));
  const settings = await Promise.all(
    tasks.map(async ({ item }) => (await getQuizVersion(item.attempt.quizVersionId)).settings),
  );
  const quizTitle = (slug: string | undefined) => {
    const activity = course.structure.course.outline.find((candidate) => quizOf(candidate) === slug);
    return (activity && text.activities[activity.id]?.title) ?? slug ?? "";
  };
  const now = clock.now();
  return {
    courseSlug: course.slug,
    courseTitle: text.course.title,
    view,
    counts: Object.fromEntries(queueFilters.map((filter, index) => [filter, counts[index] ?? 0])) as Record<
      QueueFilter,
      number
    >,
    quizzes: quizzes.map(({ id, slug }) => ({ id, title: quizTitle(slug) })),
    tasks: tasks.map(({ item, ...task }, index) => {
      const { user } = item.attempt.enrolment;
      const question = stored[index];
      return {
        id: task.id,
        quizTitle: quizTitle(quizzes.find(({ id }) => id === task.quizId)?.slug),
        whose: settings[index]?.anonymousGrading ? null : user.name || user.email,
        code: task.code,
        q: question ? questionTextIn(question, language).text.q : "",
        waitsSince: task.waitsSince,
        waitsDays: Math.floor((now.getTime() - task.waitsSince.getTime()) / 86_400_000),
        step: task.step,
        hasMyMark: task.marks.length > 0,
        takenBy: takenBy(task, actor, now),
      };
    }),
  };
}

function takenBy(task: { takenById: string | null; takenUntil: Date | null }, actor: Actor, now: Date) {
  if (!task.takenById || (task.takenUntil ?? now) <= now) return null;
  return task.takenById === actor.id ? ("me" as const) : ("other" as const);
}

/**
 * Takes the answer that has waited longest among those the actor can do something about now, and returns its id; null
 * when there is none.
 */
export async function takeNextTask(
  actor: Actor,
  courseSlug: string,
  view: QueueView,
): Promise<string | null> {
  const course = await requireTeaching(actor, courseSlug);
  const now = clock.now();
  const isFree = [{ takenById: null }, { takenById: actor.id }, { takenUntil: { lt: now } }];
  const candidates = await db.gradingTask.findMany({
    where: {
      ...waitingFor(actor, course),
      ...ofView(actor, view),
      AND: [{ OR: isFree }, { OR: [{ step: "reconcile" }, { marks: { none: { graderId: actor.id } } }] }],
    },
    orderBy: [{ waitsSince: "asc" }, { id: "asc" }],
    take: 20,
    select: { id: true, marks: { where: { graderId: actor.id }, select: { id: true } } },
  });
  // Where her own mark is one of two that differ, somebody else had better decide: that comes last.
  const inOrder = candidates.toSorted((a, b) => a.marks.length - b.marks.length);
  // Somebody may have taken the first in the meantime.
  for (const { id } of inOrder) if (await takeTask(actor, id)) return id;
  return null;
}

function waitingFor(actor: Actor, { courseId }: PublishedCourse) {
  return {
    courseId,
    step: { not: "graded" },
    item: { attempt: { enrolment: { userId: { not: actor.id } } } },
  } satisfies Prisma.GradingTaskWhereInput;
}

function ofView(actor: Actor, { filter, quizId }: QueueView): Prisma.GradingTaskWhereInput {
  const ofFilter: Record<QueueFilter, Prisma.GradingTaskWhereInput> = {
    all: {},
    mine: { takenById: actor.id, takenUntil: { gt: clock.now() } },
    double: { step: "second" },
    reconcile: { step: "reconcile" },
  };
  return { ...ofFilter[filter], ...(quizId ? { quizId } : {}) };
}

/** How many answers of a course wait for a person; for the link to them. Throws like `requireTeaching`. */
export async function countWaiting(actor: Actor, courseSlug: string): Promise<number> {
  const course = await requireTeaching(actor, courseSlug);
  return db.gradingTask.count({ where: waitingFor(actor, course) });
}
