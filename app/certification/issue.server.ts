import { dispatchMail, requestMail } from "#app/notifications/outgoing-mail.server.ts";
import { clock, minutes } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { enqueue } from "#app/platform/queue.server.ts";
import { storeFile } from "#app/platform/storage.server.ts";

import { certificatePdf } from "./certificate-pdf.server.ts";
import { issueCertificate } from "./jobs.ts";

/**
 * Makes a certificate's PDF, stores it and asks for the mail. Safe to repeat after a crash at any point: the file's key
 * is the certificate's id, so a second run writes the same file, and the mail is asked for only once.
 */
export async function issueCertificatePdf(certificateId: string): Promise<void> {
  const certificate = await db.certificate.findUnique({
    where: { id: certificateId },
    include: { courseVersion: { select: { label: true } } },
  });
  if (!certificate) throw new NotFoundError();
  if (!certificate.storedAt) {
    const pdf = await certificatePdf({ ...certificate, versionLabel: certificate.courseVersion.label });
    const fileKey = `certificates/${certificateId}.pdf`;
    const fileSha256 = await storeFile(fileKey, pdf);
    await db.certificate.updateMany({
      where: { id: certificateId, storedAt: null },
      data: { fileKey, fileSha256, storedAt: clock.now() },
    });
  }
  const mailId = await requestMail(db, {
    recipientId: certificate.holderId,
    template: "certificate",
    data: { certificateId },
    dedupeKey: `certificate:${certificateId}`,
  });
  await dispatchMail(mailId);
}

/** Asks again for every certificate that a crash left without its PDF or its mail. Returns how many. */
export async function sweepUnfinishedCertificates(): Promise<number> {
  const unfinished = await db.$queryRaw<{ id: string }[]>`
    SELECT certificate.id FROM certificate
    LEFT JOIN outgoing_mail ON outgoing_mail.dedupe_key = 'certificate:' || certificate.id
    WHERE certificate.revoked_at IS NULL
      AND certificate.issued_at < ${new Date(clock.now().getTime() - minutes(1))}
      AND (certificate.stored_at IS NULL OR outgoing_mail.id IS NULL)
    LIMIT 1000`;
  for (const { id } of unfinished) await enqueue(issueCertificate, { certificateId: id }, id);
  return unfinished.length;
}
