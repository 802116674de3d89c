import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

import type { Bucket } from "#app/platform/object-store.server.ts";

type Kept = { bytes: Buffer; modifiedAt: Date };

export type S3Server = { bucket: Bucket; objects: Map<string, Kept>; stop: () => Promise<void> };

const filesOnPage = 2;

/**
 * A store that speaks S3's protocol on a port of this machine: one bucket, path style. It checks every signature by the
 * specification of AWS Signature Version 4, and answers 403 to what is not signed with the bucket's key.
 */
export async function startS3Server(): Promise<S3Server> {
  const objects = new Map<string, Kept>();
  const bucket = { url: "", region: "test-1", keyId: "files", secret: "a secret of the bucket" };
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://store");
    if (!isSigned(request, url, bucket)) return void response.writeHead(403).end();
    const key = decodeURIComponent(url.pathname).replace(/^\/files\/?/, "");
    void answer(objects, key, { request, response, url });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  bucket.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/files`;
  const stop = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { bucket, objects, stop };
}

type Exchange = { request: IncomingMessage; response: ServerResponse; url: URL };

async function answer(objects: Map<string, Kept>, key: string, { request, response, url }: Exchange) {
  if (request.method === "PUT") {
    // An upload that is cut off leaves nothing behind.
    const bytes = await buffer(request).catch(() => null);
    if (bytes) objects.set(key, { bytes, modifiedAt: new Date() });
    return response.end();
  }
  if (request.method === "DELETE") {
    objects.delete(key);
    return response.writeHead(204).end();
  }
  if (key === "") return response.end(url.searchParams.has("list-type") ? listing(objects, url) : "");
  const kept = objects.get(key);
  if (!kept) return response.writeHead(404).end();
  send(request, response, kept.bytes);
}

function send(request: IncomingMessage, response: ServerResponse, bytes: Buffer) {
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? "") ?? [];
  const part =
    first === undefined ? bytes : bytes.subarray(Number(first), last ? Number(last) + 1 : undefined);
  const etag = `"${createHash("md5").update(bytes).digest("hex")}"`;
  response.writeHead(first === undefined ? 200 : 206, { "Content-Length": part.length, ETag: etag });
  response.end(request.method === "HEAD" ? undefined : part);
}

function listing(objects: Map<string, Kept>, { searchParams }: URL): string {
  const prefix = searchParams.get("prefix") ?? "";
  const keys = [...objects.keys()].filter((key) => key.startsWith(prefix)).sort();
  const start = Number(searchParams.get("continuation-token") ?? 0);
  const page = keys.slice(start, start + filesOnPage);
  const contents = page.map(
    (key) =>
      `<Contents><Key>${key}</Key><LastModified>${objects.get(key)?.modifiedAt.toISOString()}</LastModified></Contents>`,
  );
  const isTruncated = start + filesOnPage < keys.length;
  const next = isTruncated ? `<NextContinuationToken>${start + filesOnPage}</NextContinuationToken>` : "";
  return `<?xml version="1.0"?><ListBucketResult><IsTruncated>${isTruncated}</IsTruncated>${next}${contents.join("")}</ListBucketResult>`;
}

function isSigned(
  { method, headers }: IncomingMessage,
  url: URL,
  { region, keyId, secret }: Bucket,
): boolean {
  const [, credential, names = "", signature] =
    /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? "",
    ) ?? [];
  const time = String(headers["x-amz-date"]);
  const scope = `${time.slice(0, 8)}/${region}/s3/aws4_request`;
  const query = [...url.searchParams]
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort()
    .join("&");
  const signed = names.split(";").map((name) => `${name}:${String(headers[name]).trim()}\n`);
  const canonical = [
    method,
    url.pathname,
    query,
    signed.join(""),
    names,
    headers["x-amz-content-sha256"],
  ].join("\n");
  const toSign = ["AWS4-HMAC-SHA256", time, scope, createHash("sha256").update(canonical).digest("hex")];
  const key = ["aws4_request", "s3", region, time.slice(0, 8)].reduceRight<Buffer>(
    (secretSoFar, part) => createHmac("sha256", secretSoFar).update(part).digest(),
    Buffer.from(`AWS4${secret}`),
  );
  const expected = createHmac("sha256", key).update(toSign.join("\n")).digest("hex");
  return credential === `${keyId}/${scope}` && signature === expected;
}
