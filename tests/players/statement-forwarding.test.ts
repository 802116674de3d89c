import { createServer } from "node:http";

import { afterAll, expect, test, vi } from "vitest";

import { freePort } from "#scripts/free-port.ts";
import { endWorker, startWorker } from "#tests/builders/worker.ts";

const port = await freePort();
Object.assign(process.env, {
  XAPI_FORWARD_URL: `http://127.0.0.1:${port}/xapi/`,
  XAPI_FORWARD_USER: "sigurna",
  XAPI_FORWARD_PASSWORD: "a secret",
});

const { db } = await import("#app/platform/db.server.ts");
const { accountOf } = await import("#app/players/activity-iri.server.ts");
const { cmi5Verbs } = await import("#app/players/cmi5-statement.ts");
const { storeStatements } = await import("#app/players/statement-store.server.ts");
const { newId } = await import("#app/platform/id.ts");
const { learnerWithPackage, opened, scorm12Files } = await import("#tests/builders/runs.ts");

type Sent = { id: string; actor: { account: { name: string } } };
type Request = { path: string; authorization: string; version: string; statements: Sent[] };

/** Another learning record store. It knows each statement once, and does not take what it is told to refuse. */
const requests: Request[] = [];
const known = new Set<string>();
let isAway = false;
let refused = "";
const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on("data", (part: Buffer) => parts.push(part));
  request.on("end", () => {
    const statements = JSON.parse(Buffer.concat(parts).toString()) as Sent[];
    const { authorization = "", "x-experience-api-version": version } = request.headers;
    requests.push({ path: request.url ?? "", authorization, version: String(version), statements });
    if (isAway) return response.writeHead(503).end();
    if (statements.some(({ id }) => id === refused)) return response.writeHead(400).end();
    for (const { id } of statements) known.add(id);
    return response.writeHead(200).end("[]");
  });
});
await new Promise<void>((listening) => server.listen(port, "127.0.0.1", listening));
afterAll(() => server.close());

async function registration() {
  const learner = await learnerWithPackage(scorm12Files());
  const { launchId } = await opened(learner);
  const { attemptId } = await db.runLaunch.findUniqueOrThrow({ where: { id: launchId } });
  return { id: attemptId, account: accountOf(learner.actor.id) };
}

async function stored(count: number): Promise<string[]> {
  const registered = await registration();
  const statements = Array.from({ length: count }, () => ({
    id: newId(),
    verb: { id: cmi5Verbs.completed },
    object: { id: "https://example.org/unit" },
  }));
  return db.$transaction((tx) => storeStatements(tx, registered, statements));
}

test(
  "the worker sends every statement in order, goes on when the other store is back, and leaves out what it refuses",
  { timeout: 120_000 },
  async () => {
    isAway = true;
    const ids = await stored(120);
    refused = ids[70] ?? "";
    const worker = startWorker();
    try {
      await vi.waitUntil(() => requests.length > 0, { timeout: 60_000 });
      expect(await db.xapiStatement.count({ where: { forwardedAt: { not: null } } })).toBe(0);
      isAway = false;
      await vi.waitUntil(async () => (await db.xapiStatement.count({ where: { forwardedAt: null } })) === 0, {
        timeout: 60_000,
      });
    } finally {
      await endWorker(worker, "SIGTERM");
    }
    expect([...known]).toEqual(ids.filter((id) => id !== refused));
    const [first] = requests;
    expect(first).toMatchObject({
      path: "/xapi/statements",
      authorization: `Basic ${Buffer.from("sigurna:a secret").toString("base64")}`,
      version: "1.0.3",
    });
    expect(Math.max(...requests.map(({ statements }) => statements.length))).toBeLessThanOrEqual(50);
  },
);
