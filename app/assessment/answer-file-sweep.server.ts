import { after, hours } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { deleteFile, listFiles } from "#app/platform/storage.server.ts";

import { answerFileKey, answerFolder, partsOfAnswerKey } from "./answer-file.ts";

// Longer than it takes to store a file and then save that it is the answer.
const graceTime = hours(1);

/**
 * Deletes files of answers that are no more: replaced ones that a crash left behind, and those of enrolments that were
 * deleted. Returns how many.
 */
export async function sweepUnheldAnswerFiles(): Promise<number> {
  const oldest = after(-graceTime);
  let deleted = 0;
  for await (const { key, modifiedAt } of listFiles(answerFolder)) {
    const parts = partsOfAnswerKey(key);
    if (!parts || modifiedAt > oldest || (await isHeld(parts.enrolmentId, parts.sha256))) continue;
    await deleteFile(key);
    deleted += 1;
  }
  return deleted;
}

/** Deletes a file of an enrolment unless one of its answers is that file. */
export async function deleteUnheldAnswerFile(enrolmentId: string, sha256: string): Promise<void> {
  if (!(await isHeld(enrolmentId, sha256))) await deleteFile(answerFileKey(enrolmentId, sha256));
}

async function isHeld(enrolmentId: string, sha256: string): Promise<boolean> {
  const item = await db.attemptItem.findFirst({
    where: { attempt: { enrolmentId }, response: { path: ["file", "sha256"], equals: sha256 } },
    select: { position: true },
  });
  return item !== null;
}
