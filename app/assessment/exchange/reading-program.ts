/**
 * Reads files of questions, one after another: the program of the process that reading-apart.server.ts starts. Orders
 * come as messages; answers, in bytes, go the same way.
 */
import { serialize } from "node:v8";

import { PackageRefusedError } from "#app/library/package-refusal.ts";

import { sentence } from "./exchange.ts";
import { maxReadBytes } from "./exchange-limits.ts";
import type { ReadingAnswer } from "./reading-apart.server.ts";
import { type ReadingOrder, readReady } from "./ready-reading.server.ts";

// The web process is gone.
process.once("disconnect", () => process.exit());
process.on("message", (order: ReadingOrder) => {
  void answerTo(order).then((answer) => process.send?.(answer));
});

async function answerTo(order: ReadingOrder): Promise<Buffer> {
  const answer = serialize(await read(order));
  if (answer.length <= maxReadBytes) return answer;
  const limit = maxReadBytes / 1024 ** 2;
  return serialize({ refusal: sentence("exchange.refusedTooMuchText", { limit }) } satisfies ReadingAnswer);
}

async function read(order: ReadingOrder): Promise<ReadingAnswer> {
  try {
    return { file: await readReady(order) };
  } catch (error) {
    if (error instanceof PackageRefusedError) return { refusal: error.refusal };
    throw error;
  }
}
