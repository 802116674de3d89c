import { clock, seconds } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { env } from "#app/platform/env.server.ts";
import { log } from "#app/platform/log.server.ts";
import { enqueue } from "#app/platform/queue.server.ts";
import type { XapiStatement } from "#prisma/generated/client.ts";

import { forwardStatements } from "./jobs.ts";

const batch = 50;

/** Asks for the forwarding of what waits, when another store is configured. One job at a time, so that order is kept. */
export async function requestForwarding(): Promise<void> {
  if (!env().XAPI_FORWARD_URL) return;
  const waiting = await db.xapiStatement.findFirst({ where: { forwardedAt: null }, select: { id: true } });
  if (waiting) await enqueue(forwardStatements, {}, "forward-statements");
}

/**
 * Sends all statements that wait to the other store, oldest first. Throws when that store cannot take them now; what
 * it had until then is noted.
 */
export async function forwardWaitingStatements(): Promise<void> {
  for (;;) {
    const waiting = await db.xapiStatement.findMany({
      where: { forwardedAt: null },
      orderBy: { position: "asc" },
      take: batch,
    });
    if (waiting.length === 0 || !env().XAPI_FORWARD_URL) return;
    await forward(waiting);
  }
}

async function forward(statements: XapiStatement[]): Promise<void> {
  const [first] = statements;
  const status = await send(statements);
  if (isTaken(status) || (statements.length === 1 && isFinal(status))) {
    if (!isTaken(status))
      log.warn({ statement: first?.id, status }, "a statement was refused by the other store");
    await db.xapiStatement.updateMany({
      where: { position: { in: statements.map(({ position }) => position) } },
      data: { forwardedAt: clock.now() },
    });
  } else if (isFinal(status)) {
    // One of them is at fault, and the others must not wait for it.
    for (const statement of statements) await forward([statement]);
  } else {
    throw new Error(`the other statement store answered ${status}`);
  }
}

async function send(statements: XapiStatement[]): Promise<number> {
  const { XAPI_FORWARD_URL: url = "", XAPI_FORWARD_USER: user, XAPI_FORWARD_PASSWORD: password } = env();
  const response = await fetch(`${url.replace(/\/$/, "")}/statements`, {
    method: "POST",
    headers: {
      Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`,
      "Content-Type": "application/json",
      "X-Experience-API-Version": "1.0.3",
    },
    body: JSON.stringify(statements.map(({ statement }) => statement)),
    signal: AbortSignal.timeout(seconds(30)),
  });
  await response.arrayBuffer();
  return response.status;
}

function isTaken(status: number): boolean {
  return status >= 200 && status < 300;
}

/** The statement itself is at fault, or is there already with other words. */
function isFinal(status: number): boolean {
  return [400, 409, 413].includes(status);
}
