import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";

import { programFile } from "./program-file.ts";

const { resolve } = createRequire(import.meta.url);

/** MiB of the program's own; the picture's are counted by `pictures-alone`. */
const heap = ["--max-old-space-size=64", "--max-semi-space-size=2"];

/** What the process is asked: a drawing becomes bytes of a PNG, a photograph becomes `Photograph`; null: it cannot be. */
export type PictureTask = { kind: "drawing" | "photograph"; bytes: Uint8Array };
export type Photograph = { bytes: Uint8Array; contentType: string };
export type PhotographFault = "animated" | "tooManyPixels";

/** A process that makes pictures. Ready: how long it takes to start depends on the machine. */
export async function pictureProcess(): Promise<ChildProcess> {
  const child = fork(programFile("make-pictures"), [], {
    execArgv: heap,
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    // Nothing else of ours is its business.
    env: { NODE_ENV: "production", FONTCONFIG_FILE: resolve("#app/platform/drawing-fonts.conf") },
  });
  await Promise.race([once(child, "message"), once(child, "exit")]);
  return child;
}

/** What the process makes of a picture; "ended" when it is gone, or must be ended for want of an answer in time. */
export async function pictureFrom(child: ChildProcess, task: PictureTask, time: number): Promise<unknown> {
  if (child.exitCode !== null || child.signalCode !== null) return "ended";
  const stop = new AbortController();
  const over = setTimeout(() => stop.abort(), time);
  const { signal } = stop;
  try {
    child.send(task);
    return await Promise.race([
      once(child, "message", { signal }).then(([picture]) => picture as unknown),
      once(child, "exit", { signal }).then(() => "ended"),
    ]);
  } catch {
    return "ended";
  } finally {
    clearTimeout(over);
    stop.abort();
  }
}
