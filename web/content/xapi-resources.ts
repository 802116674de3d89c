import type { Request, Response } from "express";
import { z } from "zod";

import type { Cmi5Access } from "#app/players/cmi5-access.server.ts";
import { changeAuDocument, listAuDocuments, readAuDocument } from "#app/players/cmi5-documents.server.ts";
import { type DocumentKind, type DocumentPlace, documentTag } from "#app/players/xapi-documents.server.ts";
import { XapiRefusal } from "#app/players/xapi-refusal.ts";

import { accountIn } from "./xapi-statements.ts";

/** PostgreSQL's index holds no longer ones. */
const name = z
  .string()
  .min(1)
  .max(255)
  .regex(/^\P{Cc}+$/u);
const moment = z.iso.datetime({ offset: true, local: true }).transform((text) => new Date(text));

const parameters = {
  state: z.strictObject({
    activityId: name,
    agent: z.string(),
    registration: z.string().optional(),
    stateId: name.optional(),
    since: moment.optional(),
  }),
  "activity-profile": z.strictObject({
    activityId: name,
    profileId: name.optional(),
    since: moment.optional(),
  }),
  "agent-profile": z.strictObject({
    agent: z.string(),
    profileId: name.optional(),
    since: moment.optional(),
  }),
};

/** The state and profile resources (xAPI 1.0.3 part three, 2.2, 2.3, 2.6 and 2.7). */
export function documents(kind: DocumentKind) {
  return async (request: Request, response: Response) => {
    const access = response.locals.access as Cmi5Access;
    const { place, id, since } = placeOf(kind, request, access);
    if (["GET", "HEAD"].includes(request.method)) {
      return id === undefined
        ? response.json(await listAuDocuments(access, place, since))
        : sendDocument(response, await readAuDocument(access, place, id));
    }
    await changeAuDocument(access, place, changeOf(request, kind, id), {
      ifMatch: request.get("If-Match") ?? null,
      ifNoneMatch: request.get("If-None-Match") ?? null,
    });
    return response.status(204).end();
  };
}

function placeOf(kind: DocumentKind, request: Request, { registration }: Cmi5Access) {
  const asked = parameters[kind].parse(request.query) as Partial<z.infer<(typeof parameters)["state"]>> & {
    profileId?: string;
  };
  if (asked.agent !== undefined) requireLearner(asked.agent, registration.account);
  if (asked.registration !== undefined && asked.registration.toLowerCase() !== registration.id) {
    throw new XapiRefusal(403, "the token is for another registration");
  }
  const place: DocumentPlace = { registrationId: registration.id, kind, activityIri: asked.activityId ?? "" };
  return { place, id: asked.stateId ?? asked.profileId, since: asked.since };
}

function changeOf(request: Request, kind: DocumentKind, id: string | undefined) {
  if (request.method === "DELETE" && (id !== undefined || kind === "state")) {
    return { kind: "delete" as const, documentId: id ?? null };
  }
  if (id === undefined) throw new XapiRefusal(400, "the document must be named");
  if (request.method !== "PUT" && request.method !== "POST") {
    throw new XapiRefusal(400, "this resource knows GET, PUT, POST and DELETE");
  }
  const document = {
    contentType: request.get("Content-Type") ?? "application/octet-stream",
    bytes: Buffer.isBuffer(request.body) ? new Uint8Array(request.body) : new Uint8Array(),
  };
  return { kind: request.method === "PUT" ? ("put" as const) : ("merge" as const), documentId: id, document };
}

function sendDocument(response: Response, document: Awaited<ReturnType<typeof readAuDocument>>) {
  if (!document) throw new XapiRefusal(404, "there is no such document");
  return response
    .set({
      "Content-Type": document.contentType,
      ETag: documentTag(document),
      "Last-Modified": document.updatedAt.toUTCString(),
    })
    .send(Buffer.from(document.bytes));
}

function requireLearner(agent: string, { homePage, name }: { homePage: string; name: string }) {
  const named = accountIn(agent);
  if (named?.homePage !== homePage || named.name !== name) {
    throw new XapiRefusal(403, "the agent must be the one of the launch");
  }
}

/** `GET /xapi/activities`: what is known of an activity. */
export function activities(request: Request, response: Response) {
  const { activityId } = z.object({ activityId: name }).parse(request.query);
  const { activityIri, node } = response.locals.access as Cmi5Access;
  const definition = { name: node.title, ...(node.activityType && { type: node.activityType }) };
  response.json({
    objectType: "Activity",
    id: activityId,
    ...(activityId === activityIri && { definition }),
  });
}

/** `GET /xapi/agents`: the learner as a person, who has one account here. */
export function agents(request: Request, response: Response) {
  const { agent } = z.object({ agent: z.string() }).parse(request.query);
  const { account } = (response.locals.access as Cmi5Access).registration;
  requireLearner(agent, account);
  response.json({ objectType: "Person", account: [account] });
}
