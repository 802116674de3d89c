import { sha256Of } from "./digest.ts";
import type { HashAnswer, HashRequest } from "./hash-answer.ts";

let isStopped = false;

addEventListener("message", ({ data }: MessageEvent<HashRequest>) => {
  isStopped = data === "stop";
  if (data !== "stop") void hash(data.file);
});

async function hash(file: Blob) {
  try {
    const sha256 = await sha256Of(
      file,
      (read) => answer({ read }),
      () => isStopped,
    );
    answer(sha256 === null ? { failed: "stopped" } : { sha256 });
  } catch {
    // The file was changed or taken away after it was chosen, or lies where the device cannot reach it.
    answer({ failed: "unreadable" });
  }
}

function answer(message: HashAnswer) {
  postMessage(message);
}
