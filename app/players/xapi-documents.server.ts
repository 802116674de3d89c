import { createHash } from "node:crypto";

import { clock } from "#app/platform/clock.ts";
import { db, serializable, type Transaction } from "#app/platform/db.server.ts";

import { XapiRefusal } from "./xapi-refusal.ts";

export type DocumentKind = "state" | "activity-profile" | "agent-profile";

/** Where documents of one resource are kept; `activityIri` is "" for agent profiles. */
export type DocumentPlace = { registrationId: string; kind: DocumentKind; activityIri: string };

export type XapiDocument = { contentType: string; bytes: Uint8Array<ArrayBuffer>; updatedAt: Date };

/** What a writer says of the document that she means to change: ETags or "*", as in the headers If-Match and If-None-Match. */
export type Precondition = { ifMatch: string | null; ifNoneMatch: string | null };

/** One registration keeps no more of each resource. */
const maxDocuments = 500;

export function documentTag({ bytes }: Pick<XapiDocument, "bytes">): string {
  return `"${createHash("sha256").update(bytes).digest("hex").slice(0, 40)}"`;
}

export async function findDocument(place: DocumentPlace, documentId: string): Promise<XapiDocument | null> {
  return readDocument(db, place, documentId);
}

/** The ids of what is kept there, only of what was written after `since` when that is given. */
export async function listDocuments(place: DocumentPlace, since?: Date): Promise<string[]> {
  const rows = await db.xapiDocument.findMany({
    where: { ...place, updatedAt: { gt: since } },
    orderBy: { documentId: "asc" },
    select: { documentId: true },
  });
  return rows.map(({ documentId }) => documentId);
}

/**
 * Writes a document in place of what was there. Throws XapiRefusal: 412 when the precondition does not hold, 409 when
 * a profile exists and none was given.
 */
export async function putDocument(
  place: DocumentPlace,
  documentId: string,
  document: Omit<XapiDocument, "updatedAt">,
  precondition: Precondition,
): Promise<void> {
  // Two writers that both saw the same document: one of them must be refused.
  await serializable(async (tx) => {
    const before = await readDocument(tx, place, documentId);
    requirePrecondition(before, precondition);
    if (before && place.kind !== "state" && !precondition.ifMatch && !precondition.ifNoneMatch) {
      throw new XapiRefusal(
        409,
        "the document exists: say with If-Match or If-None-Match what you mean to replace",
      );
    }
    await writeDocument(tx, place, documentId, document);
  });
}

/** Sets the members of a JSON object in the one that is kept. Throws XapiRefusal when one of them is something else. */
export async function mergeDocument(
  place: DocumentPlace,
  documentId: string,
  document: Omit<XapiDocument, "updatedAt">,
  precondition: Precondition,
): Promise<void> {
  await serializable(async (tx) => {
    const before = await readDocument(tx, place, documentId);
    requirePrecondition(before, precondition);
    const merged = before
      ? new TextEncoder().encode(JSON.stringify({ ...jsonObject(before), ...jsonObject(document) }))
      : document.bytes;
    await writeDocument(tx, place, documentId, { contentType: document.contentType, bytes: merged });
  });
}

/** Removes one document, or all of the place when `documentId` is null. */
export async function deleteDocuments(
  place: DocumentPlace,
  documentId: string | null,
  precondition: Precondition,
): Promise<void> {
  await serializable(async (tx) => {
    if (documentId !== null) requirePrecondition(await readDocument(tx, place, documentId), precondition);
    await tx.xapiDocument.deleteMany({ where: { ...place, documentId: documentId ?? undefined } });
  });
}

/** The JSON object that a document is. Throws XapiRefusal when it is none. */
export function jsonObject({ contentType, bytes }: Omit<XapiDocument, "updatedAt">): Record<string, unknown> {
  const object = contentType.startsWith("application/json") ? parseJson(bytes) : null;
  if (object === null || typeof object !== "object" || Array.isArray(object)) {
    throw new XapiRefusal(400, "only JSON objects of type application/json can be merged or used here");
  }
  return object as Record<string, unknown>;
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch {
    return null;
  }
}

async function readDocument(
  tx: Transaction,
  place: DocumentPlace,
  documentId: string,
): Promise<XapiDocument | null> {
  return tx.xapiDocument.findUnique({
    where: { registrationId_kind_activityIri_documentId: { ...place, documentId } },
    select: { contentType: true, bytes: true, updatedAt: true },
  });
}

async function writeDocument(
  tx: Transaction,
  place: DocumentPlace,
  documentId: string,
  document: Omit<XapiDocument, "updatedAt">,
) {
  const { registrationId, kind } = place;
  if ((await tx.xapiDocument.count({ where: { registrationId, kind } })) >= maxDocuments) {
    throw new XapiRefusal(413, "this registration has no room for more documents");
  }
  const written = { ...document, updatedAt: clock.now() };
  await tx.xapiDocument.upsert({
    where: { registrationId_kind_activityIri_documentId: { ...place, documentId } },
    create: { ...place, documentId, ...written },
    update: written,
  });
}

function requirePrecondition(before: XapiDocument | null, { ifMatch, ifNoneMatch }: Precondition) {
  const isNamed = (tags: string) =>
    before !== null &&
    (tags.trim() === "*" || tags.split(",").some((tag) => tag.trim() === documentTag(before)));
  if (ifMatch !== null && !isNamed(ifMatch))
    throw new XapiRefusal(412, "the document is not what If-Match names");
  if (ifNoneMatch !== null && isNamed(ifNoneMatch)) {
    throw new XapiRefusal(412, "the document is what If-None-Match excludes");
  }
}
