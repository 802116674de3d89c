/** What the worker is asked: to hash a file, or to stop with the one at hand. */
export type HashRequest = { file: Blob } | "stop";

/** What it answers: how many bytes it has read, then the hash or why there is none. */
export type HashAnswer = { read: number } | HashResult;

export type HashResult = { sha256: string } | { failed: "stopped" | "unreadable" };
