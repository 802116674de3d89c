import type { HashAnswer, HashRequest, HashResult } from "./hash-answer.ts";

export type Hasher = {
  /** One file at a time. */
  hash: (file: Blob, onProgress: (read: number) => void) => Promise<HashResult>;
  stop: () => void;
  end: () => void;
};

/**
 * Hashes apart from the page, which stays usable. The worker is there from the beginning, so that nothing has to be
 * fetched later: the page works with the connection switched off.
 */
export function startHasher(): Hasher {
  // Without `type: "module"`: the built file needs no imports, and old browsers know no module workers.
  const worker = new Worker(new URL("./hash-worker.ts", import.meta.url));
  const ask = (request: HashRequest) => worker.postMessage(request);
  const hash: Hasher["hash"] = (file, onProgress) =>
    new Promise((resolve) => {
      worker.onmessage = ({ data }: MessageEvent<HashAnswer>) =>
        "read" in data ? onProgress(data.read) : resolve(data);
      worker.onerror = () => resolve({ failed: "unreadable" });
      ask({ file });
    });
  return { hash, stop: () => ask("stop"), end: () => worker.terminate() };
}
