import { PrismaPg } from "@prisma/adapter-pg";

import { Prisma, PrismaClient } from "#prisma/generated/client.ts";

import { seconds } from "./clock.ts";
import { env } from "./env.server.ts";
import { lane } from "./lane.ts";

export type Database = PrismaClient;

/** The client inside a transaction; functions that take part in somebody else's transaction ask for it. */
export type Transaction = Prisma.TransactionClient;

/** What a Json column takes. */
export type Json = Prisma.InputJsonObject;

/** The one client of this process. Connections open at first use. */
export const db: Database = new PrismaClient({
  adapter: new PrismaPg({
    connectionString: env().DATABASE_URL,
    max: env().DATABASE_POOL,
    idleTimeoutMillis: seconds(30),
    // Also for one that is free: in a rush a late answer is better than none.
    connectionTimeoutMillis: seconds(20),
  }),
});

/** Time, not a number of attempts: in small tables PostgreSQL finds a whole busy class to interfere with each other. */
const longestRepeating = seconds(15);
/** For a free connection: a class that finishes at the same moment waits in line rather than being sent away. */
const longestWait = seconds(20);

/**
 * Runs `work` in a serializable transaction and repeats it when PostgreSQL finds that a concurrent one interfered.
 * For rules that check and then write; `work` must do nothing but database work. `timeout` in milliseconds is for
 * work that writes very many rows.
 */
export async function serializable<T>(
  work: (tx: Transaction) => Promise<T>,
  timeout = seconds(5),
): Promise<T> {
  const isolationLevel = Prisma.TransactionIsolationLevel.Serializable;
  const end = performance.now() + longestRepeating;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.$transaction(work, { isolationLevel, timeout, maxWait: longestWait });
    } catch (error) {
      if (!isWriteConflict(error) || performance.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(20 * attempt, 400)));
    }
  }
}

/**
 * Connections that such transactions may hold at once; some stay free for what only reads. Who finds none waits here for
 * as long as it takes, in order: for a connection the pool lets nobody wait longer than some seconds.
 */
const inLanes = lane(Math.max(1, env().DATABASE_POOL - 3));

/** Runs `work` in a transaction of the usual isolation, in which locks keep the order: many wait in line for one. */
export async function inTurn<T>(work: (tx: Transaction) => Promise<T>, timeout = seconds(20)): Promise<T> {
  return inLanes(() => db.$transaction(work, { timeout, maxWait: longestWait }));
}

/**
 * One learner's step of a process is under way at a time. PostgreSQL finds serializable transactions to interfere by
 * the page of a table, not by the person: of a class that hands in together some would be repeated until they give up,
 * even with two at a time.
 */
const inLane = lane(1);

/** `serializable` for what whole classes do at the same moment: they wait in line rather than in each other's way. */
export async function serializableInLine<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return inLane(() => serializable(work));
}

/** Whether a unique constraint refused the write. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}

function isWriteConflict(error: unknown) {
  // Of a query of our own Prisma tells only PostgreSQL's codes: serialization_failure, deadlock_detected.
  return (
    (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2034") ||
    (error instanceof Error && /TransactionWriteConflict|Code: `(40001|40P01)`/.test(error.message))
  );
}
