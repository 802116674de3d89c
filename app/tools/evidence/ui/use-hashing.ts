import { useEffect, useRef, useState } from "react";

import { type Hasher, startHasher } from "../hash-in-worker.ts";

export type Hashed = { file: File; sha256: string };

/** Which of the chosen files is at hand, and how much of it is done, from 0 to 1. */
export type HashProgress = { number: number; count: number; share: number };

export type HashOutcome = { done: number; count: number; isStopped: boolean; unreadable: string[] };

/** Hashes files one after the other and tells how far it is; what is finished stays when the rest is stopped. */
export function useHashing(onHashed: (one: Hashed) => void) {
  const hasher = useRef<Hasher | null>(null);
  const [progress, setProgress] = useState<HashProgress | null>(null);
  const [outcome, setOutcome] = useState<HashOutcome | null>(null);
  useEffect(() => {
    const started = startHasher();
    hasher.current = started;
    return () => started.end();
  }, []);

  async function hashAll(files: File[]) {
    const count = files.length;
    const unreadable: string[] = [];
    let done = 0;
    let isStopped = false;
    setOutcome(null);
    for (const [index, file] of files.entries()) {
      const tell = (read: number) =>
        setProgress({ number: index + 1, count, share: read / Math.max(1, file.size) });
      tell(0);
      const result = await hasher.current?.hash(file, tell);
      if (result && "sha256" in result) {
        done += 1;
        onHashed({ file, sha256: result.sha256 });
      } else if (result?.failed === "stopped") {
        isStopped = true;
        break;
      } else {
        unreadable.push(file.name);
      }
    }
    setProgress(null);
    setOutcome({ done, count, isStopped, unreadable });
  }

  return { progress, outcome, hashAll, stop: () => hasher.current?.stop() };
}
