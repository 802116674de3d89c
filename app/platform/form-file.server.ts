import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";

import busboy from "busboy";

import { RefusalError } from "./errors.ts";
import { incomingPath } from "./storage.server.ts";

/**
 * A file of a form, on this machine's disk until the caller stores or deletes it. Its name is not kept: what people
 * call their files is nobody's business.
 */
export type FormFile = { path: string; bytes: number; sha256: string; isTooLarge: boolean };

/** Form fields and boundaries beside the file. */
const room = 64 * 1024;
const limits = { files: 1, fields: 20, fieldSize: 10_000, parts: 25, headerPairs: 20 };

/**
 * Reads one file from a form sent as multipart/form-data, as it arrives; null when none was chosen. A file above
 * `maxBytes` is cut off there (`isTooLarge`), and the rest is read and dropped, so that the browser hears the answer; what
 * is twice as long is cut off itself. Throws RefusalError (400) for what is no such form.
 */
export async function readFormFile(
  request: Request,
  { field, maxBytes }: { field: string; maxBytes: number },
): Promise<FormFile | null> {
  let receiving: Promise<FormFile> | null = null;
  try {
    const form = busboy({
      headers: { "content-type": request.headers.get("content-type") ?? "" },
      limits: { ...limits, fileSize: maxBytes },
    });
    // Both tell of an end that came too early, at times when nobody else listens; without a listener the process ends.
    form.on("error", () => undefined);
    form.on("file", (name, content, { filename }) => {
      content.on("error", () => undefined);
      if (name !== field || !filename || receiving) content.resume();
      else {
        receiving = receive(content);
        // Awaited below, once the form has ended.
        receiving.catch(() => undefined);
      }
    });
    if (!request.body) throw new Error("no body");
    const body = Readable.fromWeb(request.body as ReadableStream);
    await pipeline(body, atMost(2 * maxBytes + room), form);
    return await (receiving as Promise<FormFile> | null);
  } catch {
    const received = await (receiving as Promise<FormFile> | null)?.catch(() => null);
    if (received) await rm(received.path, { force: true });
    throw new RefusalError(400, "errors.unexpected");
  }
}

async function receive(content: Readable & { truncated?: boolean }): Promise<FormFile> {
  const path = await incomingPath();
  const hash = createHash("sha256");
  let bytes = 0;
  content.on("data", (chunk: Buffer) => {
    hash.update(chunk);
    bytes += chunk.length;
  });
  try {
    await pipeline(content, createWriteStream(path));
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  return { path, bytes, sha256: hash.digest("hex"), isTooLarge: content.truncated === true };
}

function atMost(maxBytes: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done(bytes > maxBytes ? new Error("the form is too long") : null, chunk);
    },
  });
}
