import { getQuizVersion } from "#app/assessment/stored-quiz.server.ts";
import { getCourseText, getCourseVersion } from "#app/library/published-course.server.ts";
import { isCourseComplete } from "#app/learning/path.ts";
import { progressOf } from "#app/learning/progress.server.ts";
import { clock } from "#app/platform/clock.ts";
import type { Transaction } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/id.ts";
import { defaultLanguage, isLanguage } from "#app/platform/languages.ts";

import { newSerial } from "./serial.ts";

/**
 * When every completion rule of the course is met: writes the completion and the certificate's row, both in the
 * caller's serializable transaction, and returns the certificate's id; null while a rule is open. Repeating it returns
 * the first certificate: a serial, once given, never changes.
 */
export async function completeCourse(tx: Transaction, enrolmentId: string): Promise<string | null> {
  const enrolment = await tx.enrolment.findUniqueOrThrow({
    where: { id: enrolmentId },
    include: { user: true, certificates: { select: { id: true, courseVersionId: true } } },
  });
  const { courseVersionId, user } = enrolment;
  const existing = enrolment.certificates.find(
    (certificate) => certificate.courseVersionId === courseVersionId,
  );
  if (existing) return existing.id;
  const { structure } = await getCourseVersion(courseVersionId, tx);
  if (!isCourseComplete(structure, await progressOf(enrolmentId, tx))) return null;

  await tx.enrolment.updateMany({
    where: { id: enrolmentId, completedAt: null },
    data: { completedAt: clock.now() },
  });
  const language = isLanguage(user.language) ? user.language : defaultLanguage;
  const { text } = await getCourseText(courseVersionId, language, tx);
  const { id } = await tx.certificate.create({
    data: {
      id: newId(),
      serial: newSerial(),
      enrolmentId,
      courseVersionId,
      holderId: user.id,
      holderName: user.name,
      courseTitle: text.course.title,
      language,
      hours: structure.course.hours,
      score: structure.course.certificate.showScore ? await bestTestScore(tx, enrolmentId) : null,
      issuedAt: clock.now(),
    },
  });
  return id;
}

/** Percent of the best passed attempt at a limited quiz, the final test. */
async function bestTestScore(tx: Transaction, enrolmentId: string): Promise<number | null> {
  const attempts = await tx.attempt.findMany({
    where: { enrolmentId, isPassed: true },
    select: { quizVersionId: true, points: true, maxPoints: true },
  });
  const tests = new Set<string>();
  for (const { quizVersionId } of attempts) {
    const { settings } = await getQuizVersion(quizVersionId, tx);
    if (settings.mode === "test") tests.add(quizVersionId);
  }
  const percents = attempts
    .filter(({ quizVersionId }) => tests.has(quizVersionId))
    .map(({ points, maxPoints }) => (100 * (points ?? 0)) / (maxPoints || 1));
  return percents.length > 0 ? Math.round(Math.max(...percents)) : null;
}
