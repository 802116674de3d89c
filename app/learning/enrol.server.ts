import { z } from "zod";

import type { Actor } from "#app/identity/actor.ts";
import { recordAudit } from "#app/identity/audit.server.ts";
import { type EmailFault, readEmailList } from "#app/identity/email-list.ts";
import { ensurePerson } from "#app/identity/invitation.server.ts";
import { courseStanding, refusalOf, requireOffered } from "#app/library/course-standing.server.ts";
import { requireTeaching } from "#app/library/course-team.server.ts";
import type { PublishedCourse } from "#app/library/published-course.server.ts";
import { dispatchMail, requestMail } from "#app/notifications/outgoing-mail.server.ts";
import { clock, minutes } from "#app/platform/clock.ts";
import { db, type Transaction } from "#app/platform/db.server.ts";
import { type Fields, parseFields } from "#app/platform/form-fields.ts";
import type { MessageKey } from "#app/platform/i18n.tsx";
import { newId } from "#app/platform/id.ts";
import { isLanguage, type Language } from "#app/platform/languages.ts";

/**
 * Enrols a person in the current version of a course; `isNew` is false when she was enrolled already, which changes
 * nothing. The caller has checked that the actor may. Throws ConflictError when the course is not offered.
 */
export async function enrol(
  tx: Transaction,
  actor: Actor,
  course: PublishedCourse,
  userId: string,
): Promise<{ isNew: boolean }> {
  await requireOffered(tx, course.courseId);
  // createMany with skipDuplicates: two trainers may enrol the same person at the same moment.
  const { count } = await tx.enrolment.createMany({
    data: {
      id: newId(),
      userId,
      courseId: course.courseId,
      courseVersionId: course.versionId,
      enrolledAt: clock.now(),
      enrolledById: actor.id,
    },
    skipDuplicates: true,
  });
  if (count > 0) await recordAudit(tx, actor, "enrolment.created", `user:${userId}`, { course: course.slug });
  return { isNew: count > 0 };
}

const enrolmentForm = z.object({
  emails: z.string().max(50_000, "account.emailsTooMany"),
  language: z.custom<Language>(isLanguage, "account.languageMissing"),
});

/** Why nobody can be enrolled in a course now; null when people can. Throws like `requireTeaching`. */
export async function enrolmentRefusal(actor: Actor, courseSlug: string): Promise<MessageKey | null> {
  const { courseId } = await requireTeaching(actor, courseSlug);
  return refusalOf(await courseStanding(courseId));
}

/** Takes the form of `enrolByEmail`: its faults, or what came of it. Throws the same. */
export async function submitEnrolments(actor: Actor, courseSlug: string, fields: Fields) {
  await requireTeaching(actor, courseSlug);
  const { values, errors, typed } = parseFields(fields, enrolmentForm);
  if (errors) return { report: null, errors, typed };
  const { emails: text, language } = values;
  return { report: await enrolByEmail(actor, courseSlug, { text, language }), errors: null, typed };
}

export type EnrolmentReport =
  | { ok: true; enrolled: string[]; invited: string[]; already: string[] }
  | { ok: false; faults: EmailFault[] };

/**
 * Enrols everybody named in `text` (one e-mail address a line, or separated by commas or semicolons), inviting those
 * who have no account yet. All or nothing: one bad address and nobody is enrolled. Throws NotFoundError or
 * ForbiddenError unless the actor teaches the course.
 */
export async function enrolByEmail(
  actor: Actor,
  courseSlug: string,
  { text, language }: { text: string; language: Language },
): Promise<EnrolmentReport> {
  const course = await requireTeaching(actor, courseSlug);
  const { emails, faults } = readEmailList(text);
  if (faults.length > 0) return { ok: false, faults };

  const mailIds: string[] = [];
  const report: EnrolmentReport = { ok: true, enrolled: [], invited: [], already: [] };
  await db.$transaction(
    async (tx) => {
      for (const email of emails) {
        const person = await ensurePerson(tx, actor, { email, language });
        const { isNew } = await enrol(tx, actor, course, person.id);
        if (person.mailId) mailIds.push(person.mailId);
        if (isNew && !person.isNew) {
          mailIds.push(
            await requestMail(tx, {
              recipientId: person.id,
              template: "enrolment",
              data: { courseSlug: course.slug, courseVersionId: course.versionId },
              dedupeKey: `enrolment:${course.courseId}:${person.id}`,
            }),
          );
        }
        (person.isNew ? report.invited : isNew ? report.enrolled : report.already).push(email);
      }
    },
    { timeout: minutes(2) },
  );
  await Promise.all(mailIds.map((id) => dispatchMail(id)));
  return report;
}
