import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { deserialize } from "node:v8";

import { PackageRefusedError, refuse } from "#app/library/package-refusal.ts";
import { minutes } from "#app/platform/clock.ts";
import { lane } from "#app/platform/lane.ts";
import { programFile } from "#app/platform/program-file.ts";

import type { Sentence } from "./exchange.ts";
import { longestReading, maxReadingHeap } from "./exchange-limits.ts";
import type { ReadingOrder, ReadyFile } from "./ready-reading.server.ts";

export type ReadingAnswer =
  { file: ReadyFile; refusal?: undefined } | { file?: undefined; refusal: Sentence };

/** Windows tells of an abort, which is how Node runs out of memory, by this code; others by a signal. */
const aborted = 134;

/** Each reading may take much memory; who waits in line does so for `longestReading` at most for each before. */
const oneAtATime = lane(1);

/**
 * Reads a file of questions in a process of its own, so that no file, however it is made, holds up other requests or
 * takes the memory they need. Throws PackageRefusedError like `readReady`, and for a file that takes longer than
 * `longest` milliseconds or too much memory: its process is killed.
 */
export function readApart(order: ReadingOrder, longest = longestReading): Promise<ReadyFile> {
  return oneAtATime(async () => {
    const { file, refusal } = await answerTo(order, longest);
    if (refusal) throw new PackageRefusedError(refusal);
    return file;
  });
}

async function answerTo(order: ReadingOrder, longest: number): Promise<ReadingAnswer> {
  const child = takeProcess();
  const cutOff = setTimeout(() => child.kill("SIGKILL"), longest);
  const heard = new AbortController();
  const { signal } = heard;
  try {
    child.send(order);
    // An answer that was sent is there before the connection ends.
    const ended = Promise.all([once(child, "exit", { signal }), once(child, "disconnect", { signal })]);
    const first = await Promise.race([
      once(child, "message", { signal }),
      ended.then(([status]) => ({ status })),
    ]);
    if ("status" in first) return refuseOrFail(first.status);
    keepForNext(child);
    return deserialize(first[0] as Buffer) as ReadingAnswer;
  } finally {
    clearTimeout(cutOff);
    heard.abort();
  }
}

function refuseOrFail([code, signal]: unknown[]): never {
  if (signal !== null || code === aborted) refuse("exchange.refusedTooCostly");
  throw new Error(`The process that reads files of questions ended with ${String(code)}.`);
}

/** Starting takes longer than most readings, and a preview is mostly followed by its import. */
const longestIdle = minutes(1);
let idle: { child: ChildProcess; end: NodeJS.Timeout } | null = null;

function takeProcess(): ChildProcess {
  const kept = idle;
  idle = null;
  if (!kept) return startProcess();
  clearTimeout(kept.end);
  kept.child.ref();
  kept.child.channel?.ref();
  return kept.child;
}

function keepForNext(child: ChildProcess) {
  child.unref();
  child.channel?.unref();
  idle = { child, end: setTimeout(() => takeProcess().kill(), longestIdle).unref() };
}

function startProcess(): ChildProcess {
  const child = fork(programFile("read-questions"), [], {
    execArgv: [`--max-old-space-size=${maxReadingHeap}`],
    serialization: "advanced",
  });
  // One that is busy does not notice that nobody waits any more.
  const endWithUs = () => child.kill("SIGKILL");
  process.once("exit", endWithUs);
  child.once("exit", () => {
    process.off("exit", endWithUs);
    if (idle?.child === child) {
      clearTimeout(idle.end);
      idle = null;
    }
  });
  return child;
}
