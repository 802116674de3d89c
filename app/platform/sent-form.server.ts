import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

import busboy from "busboy";

import { RefusalError } from "./errors.ts";
import { incomingPath } from "./storage.server.ts";

/**
 * A file of a form, on this machine's disk. `name` is what the person calls it: nobody's business, unless it says what
 * the file is. What `isTooLarge` is cut off.
 */
export type SentFile = { name: string; path: string; bytes: number; sha256: string; isTooLarge: boolean };

/** By the fields' names; of a field that was sent twice the last counts. A file that was not chosen is none. */
export type SentForm = { fields: Record<string, string>; files: Map<string, SentFile> };

/** In bytes. A file above its limit is said to be too large; a form above its own is refused before it is read. */
export type FormLimits = { maxFileBytes: number; maxFormBytes: number };

/** What is written or pasted, all fields together: a table of 10,000 questions. */
const maxFieldBytes = 8 * 1024 ** 2;
const limits = { files: 100, fields: 10_000, fieldSize: maxFieldBytes, parts: 10_100, headerPairs: 20 };

/** What is read and dropped of a form that was refused; browsers hear the answer only when all is sent. */
const maxDroppedBytes = 1024 ** 3;

/**
 * Reads a form that files may come with, as it arrives, and gives it to `work`; the files are deleted afterwards, whatever
 * happens, unless they were taken over. Throws RefusalError: 413 for what is too large, 400 for what is no form or broke
 * off.
 */
export async function withSentForm<Result>(
  request: Request,
  formLimits: FormLimits,
  work: (form: SentForm) => Promise<Result>,
): Promise<Result> {
  const arriving: Promise<[field: string, file: SentFile]>[] = [];
  try {
    const fields = await readForm(request, formLimits, arriving);
    return await work({ fields, files: new Map(await Promise.all(arriving)) });
  } finally {
    for (const arrived of await Promise.allSettled(arriving)) {
      if (arrived.status === "fulfilled") await rm(arrived.value[1].path, { force: true });
    }
  }
}

async function readForm(
  request: Request,
  { maxFileBytes, maxFormBytes }: FormLimits,
  arriving: Promise<[string, SentFile]>[],
): Promise<Record<string, string>> {
  const fields: Record<string, string> = {};
  let fieldBytes = 0;
  try {
    if (!request.body) throw new Error("no body");
    const form = busboy({
      headers: { "content-type": request.headers.get("content-type") ?? "" },
      defParamCharset: "utf8",
      limits: { ...limits, fileSize: maxFileBytes },
    });
    // Files tell of an end that came too early when nobody else listens; without a listener the process ends.
    form.on("error", () => undefined);
    form.on("file", (field, content, { filename }) => {
      content.on("error", () => undefined);
      if (!filename) return void content.resume();
      const file = receive(content, filename).then((received): [string, SentFile] => [field, received]);
      // Awaited once the form has ended.
      file.catch(() => undefined);
      arriving.push(file);
    });
    form.on("field", (field, value, { valueTruncated }) => {
      fieldBytes += Buffer.byteLength(value);
      if (valueTruncated || fieldBytes > maxFieldBytes) form.destroy(tooLarge());
      else fields[field] = value;
    });
    for (const limit of ["filesLimit", "fieldsLimit", "partsLimit"] as const) {
      form.on(limit, () => void form.destroy(tooLarge()));
    }
    await pipeline(atMost(request, maxFormBytes), form);
    await Promise.all(arriving);
  } catch (error) {
    throw error instanceof RefusalError ? error : new RefusalError(400, "errors.unexpected");
  }
  return fields;
}

function tooLarge(): RefusalError {
  return new RefusalError(413, "errors.formTooLarge");
}

async function receive(content: Readable & { truncated?: boolean }, name: string): Promise<SentFile> {
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
  return { name, path, bytes, sha256: hash.digest("hex"), isTooLarge: content.truncated === true };
}

/** The body of a request that has one; throws RefusalError as soon as it is, or says that it will be, longer. */
async function* atMost(request: Request, maxBytes: number): AsyncIterable<Uint8Array> {
  const reader = (request.body as ReadableStream<Uint8Array>).getReader();
  let bytes = 0;
  try {
    if (Number(request.headers.get("content-length")) > maxBytes) throw tooLarge();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      bytes += value.length;
      if (bytes > maxBytes) throw tooLarge();
      yield value;
    }
  } finally {
    void dropRest(reader);
  }
}

/** Beside the answer, which does not wait for it. */
async function dropRest(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  try {
    let bytes = 0;
    while (bytes <= maxDroppedBytes) {
      const { done, value } = await reader.read();
      if (done) return;
      bytes += value.length;
    }
    await reader.cancel();
  } catch {
    // Whoever sent it is gone.
  }
}
