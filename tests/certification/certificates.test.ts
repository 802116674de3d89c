import { expect, test, vi } from "vitest";

import { attemptResult } from "#app/assessment/attempt-pages.server.ts";
import { submitAttempt, submitOverdueAttempts } from "#app/certification/learner-steps.server.ts";
import {
  certificateFile,
  checkCertificate,
  listCertificates,
  revokeCertificate,
} from "#app/certification/certificate.server.ts";
import { issueCertificatePdf } from "#app/certification/issue.server.ts";
import { db } from "#app/platform/db.server.ts";
import { answeredAttempt, finishedLearner, learnerBeforeTest } from "#tests/builders/attempts.ts";
import { courseSlug } from "#tests/builders/course.ts";
import { administrator, learner } from "#tests/builders/people.ts";
import { readPdf } from "#tests/builders/pdf.ts";
import { endWorker, startWorker } from "#tests/builders/worker.ts";

test("passing writes completion and certificate together, and one certificate however often it is retried", async () => {
  const ana = await learnerBeforeTest();
  const number = await answeredAttempt(ana, "final-test");
  expect(await db.certificate.count({ where: { holderId: ana.id } })).toBe(0);
  await Promise.all([1, 2, 3].map(() => submitAttempt(ana, courseSlug, "final-test", number)));
  const certificates = await db.certificate.findMany({ where: { holderId: ana.id } });
  expect(certificates).toHaveLength(1);
  const enrolment = await db.enrolment.findFirstOrThrow({ where: { userId: ana.id } });
  expect(enrolment.completedAt).not.toBeNull();

  await expect(certificateFile(ana, courseSlug)).rejects.toMatchObject({ key: "certificate.stillPreparing" });
  await issueCertificatePdf(certificates[0]!.id);
  const first = await certificateFile(ana, courseSlug);
  await issueCertificatePdf(certificates[0]!.id);
  expect(Buffer.from(await certificateFile(ana, courseSlug)).equals(Buffer.from(first))).toBe(true);
  expect(await db.outgoingMail.count({ where: { recipientId: ana.id, template: "certificate" } })).toBe(1);
});

test("a test that is handed in shows its result although what follows from it fails, which is made good later", async () => {
  const ana = await learnerBeforeTest();
  const number = await answeredAttempt(ana, "final-test");
  const certificates = () => db.certificate.count({ where: { holderId: ana.id } });
  await db.$executeRaw`ALTER TABLE certificate ADD CONSTRAINT nothing_new CHECK (false) NOT VALID`;
  try {
    expect(await submitAttempt(ana, courseSlug, "final-test", number)).toEqual({ isPassed: true });
    const result = await attemptResult(ana, courseSlug, "final-test", number, "en");
    expect(result.isPassed).toBe(true);
    expect(await certificates()).toBe(0);
  } finally {
    await db.$executeRaw`ALTER TABLE certificate DROP CONSTRAINT nothing_new`;
  }
  await submitOverdueAttempts();
  expect(await certificates()).toBe(1);
});

test("the public check knows valid, revoked and unknown, and tells name, course and date only", async () => {
  const mira = await finishedLearner({ name: "Mira Uzorak" });
  const { serial } = await db.certificate.findFirstOrThrow({ where: { holderId: mira.id } });
  const check = await checkCertificate(serial.toLowerCase());
  expect(Object.keys(check).sort()).toEqual(["courseTitle", "holderName", "issuedAt", "state"]);
  expect(check).toMatchObject({ state: "valid", holderName: "Mira Uzorak" });
  await revokeCertificate(await administrator(), serial, "issued by mistake");
  expect(await checkCertificate(serial)).toMatchObject({ state: "revoked" });
  expect(await checkCertificate("SG-2222-2222-2222")).toEqual({ state: "unknown" });
  await expect(listCertificates(await learner(), { search: "", page: 1 })).rejects.toMatchObject({
    status: 403,
  });
});

test(
  "workers killed at any moment leave every learner exactly one valid PDF",
  { timeout: 400_000 },
  async () => {
    const ana = await learnerBeforeTest();
    await submitAttempt(ana, courseSlug, "final-test", await answeredAttempt(ana, "final-test"));
    const model = await db.certificate.findFirstOrThrow({ where: { holderId: ana.id } });
    // Four more rows of the same kind, each of an enrolment of its own; their jobs were never asked for.
    for (let count = 1; count < 5; count += 1) {
      const other = await learner({ name: `Learner ${count}` });
      const { courseId, courseVersionId } = await db.enrolment.findFirstOrThrow({
        where: { id: model.enrolmentId },
      });
      const enrolmentId = crypto.randomUUID();
      await db.enrolment.create({
        data: { id: enrolmentId, userId: other.id, courseId, courseVersionId, enrolledAt: new Date() },
      });
      await db.certificate.create({
        data: {
          ...model,
          id: crypto.randomUUID(),
          serial: `SG-KILL-TEST-${count}`,
          enrolmentId,
          holderId: other.id,
          issuedAt: new Date(Date.now() - 120_000),
        },
      });
    }
    const stored = () => db.certificate.count({ where: { id: { not: "" }, storedAt: { not: null } } });
    const target = await db.certificate.count();
    for (let kills = 0; kills < 5 && (await stored()) < target; kills += 1) {
      const before = await stored();
      const worker = startWorker({ WORKER_CONCURRENCY: "1" });
      // Killed the moment it has begun to produce, or when there is nothing more to wait for.
      await until(async () => (await stored()) > before || (await stored()) === target, 60_000);
      await endWorker(worker, "SIGKILL");
    }
    const worker = startWorker({ WORKER_CONCURRENCY: "1" });
    await until(async () => (await stored()) === target, 90_000);
    await endWorker(worker, "SIGTERM");
    const certificates = await db.certificate.findMany({ include: { holder: true } });
    const bySerial = new Set(certificates.map(({ serial }) => serial));
    expect(bySerial.size).toBe(target);
    for (const { fileKey, serial, holderName } of certificates) {
      const { readFile } = await import("#app/platform/storage.server.ts");
      const pdf = await readPdf(await readFile(fileKey ?? ""));
      expect(pdf).toMatchObject({ pages: 1, isTagged: true });
      expect(pdf.text).toContain(serial);
      expect(pdf.text).toContain(holderName);
    }
  },
);

/** What is waited for happens in another process, which tells nobody. */
function until(isTrue: () => Promise<boolean>, timeout: number) {
  return vi.waitUntil(isTrue, { timeout, interval: 20 });
}
