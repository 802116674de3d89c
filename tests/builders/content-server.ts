import type { AddressInfo } from "node:net";

import express from "express";

import { env } from "#app/platform/env.server.ts";
import type { RecordsAnswer } from "#app/players/run-record.ts";
import { onContentHost } from "#web/content/content-host.ts";
import { contentSite } from "#web/content/content-site.ts";

/** Our two sites on one loopback port, told apart by the host name as in production; the other one says "the site". */
export async function contentServer() {
  const app = express();
  app.use(onContentHost(contentSite()));
  app.use((_request, response) => void response.send("the site"));
  const server = await new Promise<ReturnType<typeof app.listen>>((done) => {
    const listening = app.listen(0, "127.0.0.1", () => done(listening));
  });
  const { port } = server.address() as AddressInfo;
  const host = new URL(env().CONTENT_ORIGIN).hostname;
  const content = `http://${host}:${port}`;
  const site = `http://${new URL(env().APP_ORIGIN).hostname}:${port}`;
  return {
    content,
    site,
    /** Sends records under a token; `body` of any type, as text. */
    async post(path: string, body: unknown, headers: Record<string, string> = {}) {
      const response = await fetch(`${content}${path}`, {
        method: "POST",
        redirect: "manual",
        headers,
        body: typeof body === "string" ? body : JSON.stringify(body),
      });
      return { status: response.status, answer: (await response.json()) as RecordsAnswer };
    },
    close: () => new Promise<void>((done) => server.close(() => done())),
  };
}
