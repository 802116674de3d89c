import { Agent, request } from "node:http";

import pg from "pg";

import type { Actor } from "#app/identity/actor.ts";
import { env } from "#app/platform/env.server.ts";

import { percentiles, round } from "./load.ts";
import { tokenFor } from "./probe-course.ts";

const seconds = 4;
const crowds = [1, 10, 100];

type Commits = { perSecond: number; p50: number; p95: number };

export type CommitLoad = {
  learners: number;
  /** A place, a bookmark and "commit", as packages send them all the time. */
  places: Commits;
  /** A new score and a status beside them, from which the result is worked out anew. */
  results: Commits;
  /** Single rows written by as many connections straight to PostgreSQL, a transaction each. */
  upsertsPerSecond: number;
  /** `places` to them. */
  toUpserts: number;
};

/** Commits acknowledged with 1, 10 and 100 learners at once, beside the ceiling: one row upserted and made safe for each. */
export async function measureCommits(learners: Actor[]): Promise<CommitLoad[]> {
  const loads: CommitLoad[] = [];
  for (const crowd of crowds) {
    const tokens: string[] = [];
    for (const learner of learners.slice(0, crowd)) tokens.push(await tokenFor(learner, "scorm2004"));
    const upserts = await repeated(await upserters(crowd));
    const places = await repeated(committers(tokens, 0, placeCommit));
    const results = await repeated(committers(tokens, 1_000_000, resultCommit));
    loads.push({
      learners: crowd,
      places,
      results,
      upsertsPerSecond: upserts.perSecond,
      toUpserts: Number((places.perSecond / upserts.perSecond).toFixed(2)),
    });
  }
  return loads;
}

type Worker = { once: () => Promise<void>; end: () => Promise<void> };

/** Each worker does its one thing again and again, all at the same time. */
async function repeated(workers: Worker[]): Promise<Commits> {
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
  const { p50, p95 } = percentiles(times);
  return { perSecond: round((times.length / took) * 1000), p50, p95 };
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

type Given = { kind: string; element?: string; value?: string };

const placeCommit = (turn: number): Given[] => [
  { kind: "set", element: "cmi.location", value: `place ${turn}` },
  { kind: "set", element: "cmi.suspend_data", value: `state ${turn}`.padEnd(500, ".") },
  { kind: "commit" },
];

const resultCommit = (turn: number): Given[] => [
  { kind: "set", element: "cmi.score.raw", value: String(turn % 100) },
  { kind: "set", element: "cmi.completion_status", value: "incomplete" },
  ...placeCommit(turn),
];

/** Each sends commits of its launch, numbered after `from`. */
function committers(tokens: string[], from: number, commit: (turn: number) => Given[]): Worker[] {
  const { port, hostname } = new URL(env().CONTENT_ORIGIN);
  const agent = new Agent({ keepAlive: true, maxSockets: tokens.length });
  return tokens.map((token, index) => {
    let turn = 0;
    let seq = from;
    return {
      once: async () => {
        turn += 1;
        const records = commit(turn).map((given) => ({
          seq: (seq += 1),
          at: Date.now(),
          activity: "item",
          ...given,
        }));
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
