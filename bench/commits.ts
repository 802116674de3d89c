import { Agent, request } from "node:http";

import pg from "pg";

import type { Actor } from "#app/identity/actor.ts";
import { env } from "#app/platform/env.server.ts";

import { percentiles, round } from "./load.ts";
import { tokenFor } from "./probe-course.ts";

const seconds = 4;
const crowds = [1, 10, 100];

export type CommitLoad = {
  learners: number;
  commitsPerSecond: number;
  p50: number;
  p95: number;
  /** Single rows written by as many connections straight to PostgreSQL, a transaction each. */
  upsertsPerSecond: number;
  toUpserts: number;
};

/**
 * Commits acknowledged with 1, 10 and 100 learners at once, beside the ceiling: one row upserted and made safe for each.
 * A commit is a place, a bookmark and "commit", as packages send them.
 */
export async function measureCommits(learners: Actor[]): Promise<CommitLoad[]> {
  const loads: CommitLoad[] = [];
  for (const crowd of crowds) {
    const tokens = await Promise.all(
      learners.slice(0, crowd).map((learner) => tokenFor(learner, "scorm2004")),
    );
    const upserts = await repeated(await upserters(crowd));
    const commits = await repeated(committers(tokens));
    loads.push({
      learners: crowd,
      commitsPerSecond: commits.perSecond,
      p50: commits.p50,
      p95: commits.p95,
      upsertsPerSecond: upserts.perSecond,
      toUpserts: Number((commits.perSecond / upserts.perSecond).toFixed(2)),
    });
  }
  return loads;
}

type Worker = { once: () => Promise<void>; end: () => Promise<void> };

/** Each worker does its one thing again and again, all at the same time. */
async function repeated(workers: Worker[]) {
  const times: number[] = [];
  const start = performance.now();
  const end = start + seconds * 1000;
  await Promise.all(
    workers.map(async ({ once }) => {
      while (performance.now() < end) {
        const began = performance.now();
        await once();
        times.push(performance.now() - began);
      }
    }),
  );
  const took = performance.now() - start;
  await Promise.all(workers.map((worker) => worker.end()));
  return { ...percentiles(times), perSecond: round((times.length / took) * 1000) };
}

async function upserters(count: number): Promise<Worker[]> {
  const clients = await Promise.all(
    Array.from({ length: count }, async () => {
      const client = new pg.Client({ connectionString: env().DATABASE_URL });
      await client.connect();
      return client;
    }),
  );
  await clients[0]?.query("CREATE TABLE IF NOT EXISTS bench_row (id int PRIMARY KEY, value text)");
  return clients.map((client, id) => {
    let turn = 0;
    return {
      once: async () => {
        turn += 1;
        await client.query({
          name: "upsert",
          text: "INSERT INTO bench_row VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET value = excluded.value",
          values: [id, `place ${turn}`],
        });
      },
      end: () => client.end(),
    };
  });
}

function committers(tokens: string[]): Worker[] {
  const { port, hostname } = new URL(env().CONTENT_ORIGIN);
  const agent = new Agent({ keepAlive: true, maxSockets: tokens.length });
  return tokens.map((token, index) => {
    let seq = 0;
    const record = (kind: string, rest: object = {}) => ({
      seq: (seq += 1),
      at: Date.now(),
      activity: "item",
      kind,
      ...rest,
    });
    return {
      once: async () => {
        const records = [
          record("set", { element: "cmi.location", value: `place ${seq}` }),
          record("set", { element: "cmi.suspend_data", value: `state ${seq}`.padEnd(500, ".") }),
          record("commit"),
        ];
        const answer = await post(agent, port, hostname, `/run/${token}/records`, { records });
        if (!answer.includes('"result":true')) throw new Error(`A commit was not stored: ${answer}`);
      },
      end: async () => {
        if (index === 0) agent.destroy();
      },
    };
  });
}

/** To the web process by its address; the content origin's name is in the header. */
function post(agent: Agent, port: string, hostname: string, path: string, body: object): Promise<string> {
  return new Promise((done, fail) => {
    const outgoing = request(
      {
        agent,
        host: "127.0.0.1",
        port,
        path,
        method: "POST",
        headers: { Host: `${hostname}:${port}`, "Content-Type": "text/plain" },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("end", () => done(Buffer.concat(parts).toString()));
      },
    );
    outgoing.on("error", fail);
    outgoing.end(JSON.stringify(body));
  });
}
