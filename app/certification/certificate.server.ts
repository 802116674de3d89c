import type { Actor } from "#app/identity/actor.ts";
import { requireAdministrator } from "#app/identity/actor.ts";
import { recordAudit } from "#app/identity/audit.server.ts";
import { enrolmentOf } from "#app/learning/enrolment.server.ts";
import { getCourseText } from "#app/library/published-course.server.ts";
import { visibleOutline } from "#app/library/visible-outline.ts";
import { clock } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import type { Language } from "#app/platform/languages.ts";
import { readFile } from "#app/platform/storage.server.ts";

import { normaliseSerial } from "./serial.ts";

export type CertificateState = "none" | "preparing" | "ready" | "revoked";

/** The actor's certificate for a course, and how far it is. */
export async function certificateStatus(actor: Actor, courseSlug: string, language: Language) {
  const enrolment = await enrolmentOf(actor, courseSlug);
  const [{ text }, certificate] = await Promise.all([
    getCourseText(enrolment.course.versionId, language),
    db.certificate.findFirst({
      where: { enrolmentId: enrolment.id },
      orderBy: { issuedAt: "desc" },
      select: { serial: true, issuedAt: true, storedAt: true, revokedAt: true, holderName: true },
    }),
  ]);
  const survey = visibleOutline(enrolment.course.structure.course.outline).find(
    ({ kind }) => kind === "survey",
  );
  const state: CertificateState = !certificate
    ? "none"
    : certificate.revokedAt
      ? "revoked"
      : certificate.storedAt
        ? "ready"
        : "preparing";
  return {
    courseSlug,
    courseTitle: text.course.title,
    state,
    serial: certificate?.serial ?? null,
    holderName: certificate?.holderName ?? null,
    issuedAt: certificate?.issuedAt ?? null,
    surveyId: survey?.id ?? null,
  };
}

/** The actor's certificates, newest first. */
export async function listMyCertificates(actor: Actor) {
  const rows = await db.certificate.findMany({
    where: { holderId: actor.id, revokedAt: null },
    orderBy: { issuedAt: "desc" },
    select: { serial: true, courseTitle: true, issuedAt: true, enrolment: { select: { course: true } } },
  });
  return rows.map(({ enrolment, ...row }) => ({ ...row, courseSlug: enrolment.course.slug }));
}

/** The PDF of the actor's certificate. Throws NotFoundError without one, ConflictError while it is being prepared. */
export async function certificateFile(actor: Actor, courseSlug: string): Promise<Uint8Array> {
  const enrolment = await enrolmentOf(actor, courseSlug);
  const certificate = await db.certificate.findFirst({
    where: { enrolmentId: enrolment.id, revokedAt: null },
    orderBy: { issuedAt: "desc" },
  });
  if (!certificate) throw new NotFoundError();
  if (!certificate.fileKey) throw new ConflictError("certificate.stillPreparing");
  return readFile(certificate.fileKey);
}

export type PublicCheck =
  | { state: "unknown" }
  | { state: "valid" | "revoked"; holderName: string; courseTitle: string; issuedAt: Date };

/** What anybody who holds a serial may know: whether it is valid, for whom, which course, when. */
export async function checkCertificate(serial: string): Promise<PublicCheck> {
  const certificate = await db.certificate.findUnique({ where: { serial: normaliseSerial(serial) } });
  if (!certificate) return { state: "unknown" };
  const { holderName, courseTitle, issuedAt, revokedAt } = certificate;
  return { state: revokedAt ? "revoked" : "valid", holderName, courseTitle, issuedAt };
}

const pageSize = 50;

/** Certificates for administrators, newest first; `page` null gives all, for the CSV file. Throws ForbiddenError. */
export async function listCertificates(
  actor: Actor,
  { search, page }: { search: string; page: number | null },
) {
  requireAdministrator(actor);
  const where = search
    ? {
        OR: [
          { serial: { contains: normaliseSerial(search) } },
          { holderName: { contains: search, mode: "insensitive" as const } },
        ],
      }
    : {};
  const [count, certificates] = await Promise.all([
    db.certificate.count({ where }),
    db.certificate.findMany({
      where,
      orderBy: [{ issuedAt: "desc" }, { id: "asc" }],
      ...(page === null ? {} : { skip: (page - 1) * pageSize, take: pageSize }),
      select: {
        serial: true,
        holderName: true,
        courseTitle: true,
        issuedAt: true,
        storedAt: true,
        revokedAt: true,
        revokedReason: true,
      },
    }),
  ]);
  return { certificates, pageCount: Math.max(1, Math.ceil(count / pageSize)) };
}

/** Declares a certificate invalid, with a reason for the record. Throws ForbiddenError, NotFoundError. */
export async function revokeCertificate(actor: Actor, serial: string, reason: string): Promise<void> {
  requireAdministrator(actor);
  await db.$transaction(async (tx) => {
    const { count } = await tx.certificate.updateMany({
      where: { serial, revokedAt: null },
      data: { revokedAt: clock.now(), revokedReason: reason },
    });
    if (count === 0) throw new NotFoundError();
    await recordAudit(tx, actor, "certificate.revoked", `certificate:${serial}`, { reason });
  });
}

/** The opposite of `revokeCertificate`. */
export async function reinstateCertificate(actor: Actor, serial: string): Promise<void> {
  requireAdministrator(actor);
  await db.$transaction(async (tx) => {
    const { count } = await tx.certificate.updateMany({
      where: { serial, revokedAt: { not: null } },
      data: { revokedAt: null, revokedReason: null },
    });
    if (count === 0) throw new NotFoundError();
    await recordAudit(tx, actor, "certificate.reinstated", `certificate:${serial}`);
  });
}
