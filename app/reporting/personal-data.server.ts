import { ownAnswerFiles } from "#app/assessment/answer-file.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { db } from "#app/platform/db.server.ts";
import type { Prisma } from "#prisma/generated/client.ts";

/** What packages of others reported, and what it came to. The log of an attempt is a file of its own, on its page. */
const ofRunAttempt = {
  packageVersion: { select: { number: true, fileName: true } },
  activities: { omit: { attemptId: true } },
  values: { select: { activity: true, element: true, value: true } },
  statements: { select: { statement: true, storedAt: true } },
  documents: { omit: { registrationId: true } },
  launches: { select: { number: true, mode: true, language: true, startedAt: true, endedAt: true } },
} satisfies Prisma.RunAttemptInclude;

/**
 * Attempts at quizzes: questions by their names and the version that was asked, how people graded answers (not who they
 * are), what regrades changed.
 */
const ofAttempt = {
  quiz: { select: { slug: true } },
  items: {
    include: {
      questionVersion: { select: { number: true, question: { select: { key: true } } } },
      gradingTask: {
        select: {
          step: true,
          waitsSince: true,
          marks: {
            select: { kind: true, levels: true, fraction: true, comment: true, note: true, givenAt: true },
          },
        },
      },
    },
  },
  regrades: { select: { before: true, after: true, regrade: { select: { appliedAt: true } } } },
} satisfies Prisma.AttemptInclude;

/**
 * Everything kept about the actor, for herself. Answers to surveys are not hers to find: nothing joins them to a
 * person. Secrets (password hash, session ids, tokens) are left out.
 */
export async function personalData(actor: Actor) {
  const { passwordHash: _passwordHash, ...account } = await db.user.findUniqueOrThrow({
    where: { id: actor.id },
  });
  const [
    sessions,
    enrolments,
    certificates,
    mails,
    teaches,
    audit,
    answerFiles,
    marksGiven,
    calendarFeed,
    sentCourses,
  ] = await Promise.all([
    db.session.findMany({ where: { userId: actor.id }, select: { createdAt: true, expiresAt: true } }),
    db.enrolment.findMany({
      where: { userId: actor.id },
      include: {
        course: { select: { slug: true } },
        progress: true,
        attempts: { include: ofAttempt },
        runAttempts: { include: ofRunAttempt },
        accommodations: {
          omit: { id: true, enrolmentId: true, quizId: true },
          include: { quiz: { select: { slug: true } } },
        },
        participations: { select: { surveyId: true } },
        sessionDates: {
          omit: { enrolmentId: true },
          include: { date: { select: { activityId: true, startsAt: true, endsAt: true } } },
        },
      },
    }),
    db.certificate.findMany({ where: { holderId: actor.id } }),
    db.outgoingMail.findMany({
      where: { recipientId: actor.id },
      select: { template: true, createdAt: true, sentAt: true },
    }),
    db.courseTrainer.findMany({
      where: { userId: actor.id },
      select: { course: { select: { slug: true } } },
    }),
    db.auditEntry.findMany({
      where: { OR: [{ actorId: actor.id }, { subject: `user:${actor.id}` }] },
      select: { at: true, action: true, subject: true, detail: true },
    }),
    ownAnswerFiles(actor),
    db.mark.findMany({
      where: { graderId: actor.id },
      select: { kind: true, levels: true, comment: true, note: true, givenAt: true },
    }),
    db.calendarFeed.findUnique({ where: { userId: actor.id }, select: { createdAt: true } }),
    db.foreignUpload.findMany({
      where: { ownerId: actor.id },
      select: { fileName: true, state: true, createdAt: true },
    }),
  ]);
  return {
    account,
    sessions,
    enrolments: enrolments.map(({ runAttempts, ...enrolment }) => ({
      ...enrolment,
      runAttempts: runAttempts.map((attempt) => ({
        ...attempt,
        documents: attempt.documents.map(({ bytes, ...document }) => ({
          ...document,
          base64: Buffer.from(bytes).toString("base64"),
        })),
      })),
    })),
    certificates,
    mails,
    teaches,
    audit,
    answerFiles,
    marksGiven,
    calendarFeed,
    sentCourses,
  };
}
