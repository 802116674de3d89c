import { fork } from "node:child_process";

/** How a process ended: by itself, or because it took too much memory or time. */
type End = "done" | "tooCostly";

/** Windows tells of an abort, which is how Node runs out of memory, by this code; others by a signal. */
const aborted = 134;

/**
 * Runs a program in a process of its own, with so many MiB of heap and at most so many milliseconds: what is made to be
 * dangerous takes no other job with it, and its memory is given back. Throws when it ends in any other way, for instance
 * with this process.
 */
export async function runAlone(
  program: string,
  args: string[],
  { megabytes, longest }: { megabytes: number; longest?: number },
): Promise<End> {
  // What these programs need does not grow with the file; more young memory would only put off the collecting of garbage.
  const heap = [`--max-old-space-size=${megabytes}`, "--max-semi-space-size=2"];
  const child = fork(program, args, { execArgv: heap });
  let isLate = false;
  const cutOff = longest === undefined ? undefined : setTimeout(end, longest);
  function end() {
    isLate = true;
    child.kill("SIGKILL");
  }
  const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((ended, failed) => {
    child.once("exit", (status, by) => ended([status, by]));
    child.once("error", failed);
  }).finally(() => clearTimeout(cutOff));
  if (code === 0) return "done";
  if (isLate || code === aborted || signal === "SIGABRT") return "tooCostly";
  throw new Error(`A process of its own ended with ${signal ?? code}.`);
}
