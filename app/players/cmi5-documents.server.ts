import { z } from "zod";

import { clock } from "#app/platform/clock.ts";
import { env } from "#app/platform/env.server.ts";

import type { Cmi5Access } from "./cmi5-access.server.ts";
import { launchData } from "./cmi5-statement.ts";
import {
  deleteDocuments,
  type DocumentPlace,
  findDocument,
  jsonObject,
  listDocuments,
  mergeDocument,
  type Precondition,
  putDocument,
  type XapiDocument,
} from "./xapi-documents.server.ts";
import { XapiRefusal } from "./xapi-refusal.ts";

const launchDataId = "LMS.LaunchData";
const preferencesId = "cmi5LearnerPreferences";

const preferences = z.looseObject({
  languagePreference: z.string().regex(/^(?:[a-z]{1,8}(?:-[a-z0-9]{1,8})*(?:,\s*)?)*$/i),
  audioPreference: z.enum(["on", "off"]),
});

/** Where an AU is sent when it has ended; the player closes it there. */
export const returnPath = "/xapi/returned";

/** A document as an AU sees it: cmi5 asks that two of them are there before the AU has written anything. */
export async function readAuDocument(
  access: Cmi5Access,
  place: DocumentPlace,
  documentId: string,
): Promise<XapiDocument | null> {
  if (isLaunchData(access, place, documentId)) {
    const { node, sessionId, launchMode } = access;
    const returnUrl = `${env().CONTENT_ORIGIN}${returnPath}`;
    return jsonDocument(launchData(node, { sessionId, launchMode, returnUrl }));
  }
  const kept = access.isTryout ? null : await findDocument(place, documentId);
  if (kept || !isPreferences(place, documentId)) return kept;
  return jsonDocument({ languagePreference: access.language, audioPreference: "on" });
}

export async function listAuDocuments(
  access: Cmi5Access,
  place: DocumentPlace,
  since?: Date,
): Promise<string[]> {
  const kept = access.isTryout ? [] : await listDocuments(place, since);
  return isLaunchData(access, place, launchDataId) ? [launchDataId, ...kept] : kept;
}

/** Writes, merges or deletes; in a try-out it only checks. Throws XapiRefusal. */
export async function changeAuDocument(
  access: Cmi5Access,
  place: DocumentPlace,
  change:
    | { kind: "put" | "merge"; documentId: string; document: Omit<XapiDocument, "updatedAt"> }
    | { kind: "delete"; documentId: string | null },
  precondition: Precondition,
): Promise<void> {
  const { documentId } = change;
  if (documentId !== null && isLaunchData(access, place, documentId)) {
    throw new XapiRefusal(403, `${launchDataId} may only be read (cmi5, 10.2.1)`);
  }
  if (change.kind !== "delete" && isPreferences(place, change.documentId)) {
    const isPut = change.kind === "put";
    const asked = isPut ? preferences : preferences.partial();
    if (!asked.safeParse(jsonObject(change.document)).success) {
      throw new XapiRefusal(400, "languagePreference and audioPreference must be as in cmi5, 11");
    }
  }
  if (access.isTryout) return;
  if (change.kind === "put") await putDocument(place, change.documentId, change.document, precondition);
  else if (change.kind === "merge")
    await mergeDocument(place, change.documentId, change.document, precondition);
  else await deleteDocuments(place, documentId, precondition);
}

function isLaunchData({ activityIri }: Cmi5Access, place: DocumentPlace, documentId: string): boolean {
  return place.kind === "state" && place.activityIri === activityIri && documentId === launchDataId;
}

function isPreferences(place: DocumentPlace, documentId: string): boolean {
  return place.kind === "agent-profile" && documentId === preferencesId;
}

function jsonDocument(value: unknown): XapiDocument {
  return {
    contentType: "application/json",
    bytes: new TextEncoder().encode(JSON.stringify(value)),
    updatedAt: clock.now(),
  };
}
