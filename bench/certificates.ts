import { setTimeout } from "node:timers/promises";

import { issueCertificate } from "#app/certification/jobs.ts";
import { db } from "#app/platform/db.server.ts";
import { enqueue } from "#app/platform/queue.server.ts";

import { round } from "./load.ts";

/** Waits until the worker has made every certificate asked for so far. */
export async function certificatesMade(): Promise<void> {
  for (let tries = 0; tries < 1200; tries += 1) {
    if ((await db.certificate.count({ where: { storedAt: null, revokedAt: null } })) === 0) return;
    await setTimeout(50);
  }
  throw new Error("The worker did not make the certificates within a minute.");
}

/** Has the worker make certificates again, and times it from the first request to the last stored file. */
export async function timeCertificates(count: number): Promise<{ count: number; perSecond: number }> {
  const rows = await db.certificate.findMany({ take: count, select: { id: true }, orderBy: { id: "asc" } });
  const ids = rows.map(({ id }) => id);
  await db.certificate.updateMany({
    where: { id: { in: ids } },
    data: { storedAt: null, fileKey: null, fileSha256: null },
  });
  const start = performance.now();
  await Promise.all(ids.map((certificateId) => enqueue(issueCertificate, { certificateId }, certificateId)));
  await certificatesMade();
  return { count: ids.length, perSecond: round((ids.length / (performance.now() - start)) * 1000) };
}
