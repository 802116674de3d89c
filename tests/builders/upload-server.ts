import { request as httpRequest, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";

import express from "express";

import type { Actor } from "#app/identity/actor.ts";
import { startSession } from "#app/identity/session.server.ts";
import { env } from "#app/platform/env.server.ts";
import { refuseOtherOrigins } from "#web/origin.ts";
import { uploads } from "#web/uploads.ts";

/** The upload endpoint as the web server mounts it. */
export async function startUploadServer(): Promise<{ origin: string; stop: () => Promise<void> }> {
  const server = express().use(refuseOtherOrigins, uploads()).listen(0, "127.0.0.1") as Server;
  await new Promise((listening) => server.once("listening", listening));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

/** What a browser of this person sends with every request of the upload. */
export async function headersOf(actor: Actor | null): Promise<Record<string, string>> {
  const headers: Record<string, string> = { Origin: env().APP_ORIGIN, "Tus-Resumable": "1.0.0" };
  if (actor) headers.Cookie = (await startSession(actor.id)).split(";")[0] ?? "";
  return headers;
}

export type Answer = { status: number; headers: IncomingHttpHeaders };

/** One request; `cutAfter` ends the connection once so many bytes of the body were sent. */
export function send(
  url: string,
  method: string,
  headers: Record<string, string>,
  body?: Buffer,
  cutAfter?: number,
): Promise<Answer | "cut"> {
  return new Promise((answered, failed) => {
    const sent = httpRequest(url, { method, headers }, (response) => {
      response.resume();
      response.on("end", () => answered({ status: response.statusCode ?? 0, headers: response.headers }));
    });
    sent.on("error", (error) => (cutAfter === undefined ? failed(error) : answered("cut")));
    if (body && cutAfter !== undefined) sent.write(body.subarray(0, cutAfter), () => sent.destroy());
    else sent.end(body);
  });
}
