import { createReadStream } from "node:fs";
import { rm } from "node:fs/promises";
import { Readable } from "node:stream";

import { S3mini } from "s3mini";

import type { FileStore, KeptFile } from "./file-store.ts";

export type Bucket = { url: string; region: string; keyId: string; secret: string };

const listedAtOnce = 1000;
const type = "application/octet-stream";

/** Files in a bucket of any store that speaks S3's protocol (Signature Version 4). */
export function objectStore({ url, region, keyId, secret }: Bucket): FileStore {
  const bucket = new S3mini({
    endpoint: url,
    region,
    accessKeyId: keyId,
    secretAccessKey: secret,
    // The library leaves out what Node asks for before it sends a stream.
    fetch: (address, options) => fetch(address, { ...options, duplex: "half" } as RequestInit),
  });
  return {
    put: async (key, bytes) => {
      await bucket.putObject(key, bytes, type);
    },
    takeOver: async (key, path, bytes) => {
      const content = Readable.toWeb(createReadStream(path)) as ReadableStream;
      await bucket.putObject(key, content, type, undefined, undefined, bytes);
      await rm(path);
    },
    read: async (key, span) => {
      const { body } = span
        ? await bucket.getObjectRaw(key, false, span.start, span.end + 1)
        : await bucket.getObjectRaw(key);
      return body ? Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]) : Readable.from([]);
    },
    has: async (key) => (await bucket.objectExists(key)) === true,
    delete: async (key) => {
      await bucket.deleteObject(key);
    },
    list: (folder) => objectsBelow(bucket, folder),
    isUsable: () => bucket.bucketExists().catch(() => false),
  };
}

async function* objectsBelow(bucket: S3mini, folder: string): AsyncIterable<KeptFile> {
  let next: string | undefined;
  do {
    // Without a delimiter: files of all folders below.
    const page = await bucket.listObjectsPaged("/", `${folder}/`, listedAtOnce, next);
    for (const { Key, LastModified } of page?.objects ?? []) yield { key: Key, modifiedAt: LastModified };
    next = page?.nextContinuationToken;
  } while (next);
}
