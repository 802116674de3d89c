import type { Sentence } from "#app/assessment/exchange/exchange.ts";
import type { Actor } from "#app/identity/actor.ts";
import { requireAuthor } from "#app/library/uploaded-package.server.ts";
import { after, clock, days } from "#app/platform/clock.ts";
import { db, type Json, type Transaction } from "#app/platform/db.server.ts";
import { NotFoundError, RefusalError } from "#app/platform/errors.ts";
import { enqueue } from "#app/platform/queue.server.ts";
import type { ForeignUpload } from "#prisma/generated/client.ts";

import { takeOverCourse } from "../jobs.ts";
import type { ForeignCourseForm } from "./foreign-course-form.ts";
import { listUploadNotes } from "../upload-files.server.ts";
import { foreignKeptDays, maxWaiting } from "./foreign-limits.ts";
import type { ForeignPreview, LeftOutGroup } from "./foreign-preview.ts";

/** Files of these states are still needed. */
const waiting = ["received", "ready", "making"] as const;

/**
 * Whether the actor may send another course, with those that are still on their way. Throws a refusal with 422, which no
 * client takes for a reason to try again, when as many of hers wait as one person may have. Only for callers that let
 * uploads begin one after the other.
 */
export async function requireForeignAllowed(tx: Transaction, actor: Actor): Promise<void> {
  const sent = (await listUploadNotes())
    .filter(({ metadata }) => metadata.owner === actor.id && metadata.foreign)
    .map(({ id }) => id);
  const arrived = await tx.foreignUpload.findMany({
    where: { OR: [{ id: { in: sent } }, { ownerId: actor.id, state: { in: [...waiting] } }] },
    select: { id: true, state: true },
  });
  const isWaiting = (state: ForeignUpload["state"]) => waiting.some((one) => one === state);
  const onTheirWay = sent.filter((id) => !arrived.some((one) => one.id === id));
  if (onTheirWay.length + arrived.filter(({ state }) => isWaiting(state)).length >= maxWaiting)
    throw new RefusalError(422, "foreignCourse.tooMany");
}

/**
 * Writes down a course that has arrived and waits to be read. Repeating it changes nothing: two processes may see the
 * last byte of one upload. Throws ForbiddenError.
 */
export async function addForeignUpload(
  actor: Actor,
  { id, fileName, bytes }: { id: string; fileName: string; bytes: number },
): Promise<void> {
  requireAuthor(actor);
  const now = clock.now();
  const received = { id, ownerId: actor.id, fileName, bytes, createdAt: now, changedAt: now };
  await db.foreignUpload.createMany({ data: [{ ...received, state: "received" }], skipDuplicates: true });
}

/** What the page shows of a course that was sent; `leftOut` also of one that is refused because nothing of it is of use. */
type ForeignFindings = { course: ForeignPreview | null; leftOut: LeftOutGroup[] };

export type KeptForeignUpload = Omit<ForeignUpload, "preview" | "refusal" | "choices"> & {
  findings: ForeignFindings | null;
  refusal: Sentence | null;
  choices: ForeignCourseForm | null;
};

/** What of the row is JSON was written here. */
function asKept({ preview, refusal, choices, ...row }: ForeignUpload): KeptForeignUpload {
  return {
    ...row,
    findings: preview as ForeignFindings | null,
    refusal: refusal as Sentence | null,
    choices: choices as ForeignCourseForm | null,
  };
}

/** A course that the actor herself has sent. Throws ForbiddenError for a learner, NotFoundError. */
export async function requireForeignUpload(actor: Actor, id: string): Promise<KeptForeignUpload> {
  requireAuthor(actor);
  const row = await db.foreignUpload.findFirst({ where: { id, ownerId: actor.id } });
  if (!row) throw new NotFoundError("foreignCourse.gone");
  return asKept(row);
}

/** Whoever it belongs to: for the worker. */
export async function findForeignUpload(id: string): Promise<KeptForeignUpload | null> {
  const row = await db.foreignUpload.findUnique({ where: { id } });
  return row && asKept(row);
}

/** What the actor herself has sent, the newest first, without what became of it. Throws ForbiddenError for a learner. */
export async function listForeignUploads(actor: Actor) {
  requireAuthor(actor);
  return db.foreignUpload.findMany({
    where: { ownerId: actor.id },
    orderBy: { createdAt: "desc" },
    select: { id: true, fileName: true, state: true, createdAt: true },
  });
}

/** The size of a course that the actor has sent and that was taken in; null when there is none. */
export async function foreignBytes(actor: Actor, id: string): Promise<number | null> {
  const row = await db.foreignUpload.findFirst({
    where: { id, ownerId: actor.id },
    select: { bytes: true },
  });
  return row && Number(row.bytes);
}

type Outcome =
  | { state: "refused"; refusal: Sentence; findings?: ForeignFindings }
  | { state: "ready"; findings?: ForeignFindings; refusal?: Sentence }
  | { state: "making"; choices: ForeignCourseForm }
  | { state: "made" };

/** Takes an upload from one state to the next; false when it was not in that state any more. */
export async function moveForeignUpload(
  { id, state: from }: Pick<ForeignUpload, "id" | "state">,
  outcome: Outcome,
): Promise<boolean> {
  const { state } = outcome;
  const { count } = await db.foreignUpload.updateMany({
    where: { id, state: from },
    data: {
      state,
      changedAt: clock.now(),
      ...("findings" in outcome && outcome.findings ? { preview: asJson(outcome.findings) } : {}),
      ...("refusal" in outcome && outcome.refusal ? { refusal: asJson(outcome.refusal) } : {}),
      ...("choices" in outcome ? { choices: asJson(outcome.choices) } : {}),
    },
  });
  return count > 0;
}

/** Whether an upload still waits to be read or to become a course. */
export async function isTakeOverDue(id: string): Promise<boolean> {
  const state = { in: ["received", "making"] satisfies ForeignUpload["state"][] };
  return (await db.foreignUpload.count({ where: { id, state } })) > 0;
}

/** Refuses what could not be read or made because it took too much time or memory. */
export async function refuseTooCostly(id: string): Promise<void> {
  const upload = await findForeignUpload(id);
  if (upload?.state !== "received" && upload?.state !== "making") return;
  const refusal = { key: "foreignCourse.refusedTooCostly" as const, values: {} };
  await moveForeignUpload(upload, { state: "refused", refusal });
}

/** Names are as the source gives them: without what the database cannot hold. */
function asJson(value: object): Json {
  const plain = (_: string, one: unknown) =>
    typeof one === "string" ? one.replace(/[\u0000\p{Cs}]/gu, "") : one;
  return JSON.parse(JSON.stringify(value, plain)) as Json;
}

/** Forgets a course that was sent; its file is deleted by whoever calls this. */
export async function forgetForeignUpload(id: string): Promise<void> {
  await db.foreignUpload.deleteMany({ where: { id } });
}

/** Asks the worker for what is due next. A state is asked for once: it is known by the moment of the change. */
export async function askForTakeOver({
  id,
  changedAt,
}: Pick<ForeignUpload, "id" | "changedAt">): Promise<void> {
  await enqueue(takeOverCourse, { uploadId: id }, `${id}-${changedAt.getTime()}`);
}

/**
 * Forgets what nobody has gone on with for some days, and asks again for what waits for the worker. Returns the ids of
 * those whose files are still needed. Safe to repeat.
 */
export async function tidyForeignUploads(): Promise<Set<string>> {
  await db.foreignUpload.deleteMany({ where: { changedAt: { lt: after(-days(foreignKeptDays)) } } });
  const kept = await db.foreignUpload.findMany({
    where: { state: { in: [...waiting] } },
    select: { id: true, state: true, changedAt: true },
  });
  for (const upload of kept.filter(({ state }) => state !== "ready")) await askForTakeOver(upload);
  return new Set(kept.map(({ id }) => id));
}
