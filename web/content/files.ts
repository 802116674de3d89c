import { pipeline } from "node:stream/promises";

import type { Request, Response } from "express";

import { packageBlobKey } from "#app/library/package-blobs.ts";
import { findPackageFile, type StoredFile } from "#app/library/stored-package.server.ts";
import { readStream } from "#app/platform/storage.server.ts";
import { openFileToken } from "#app/players/file-token.server.ts";

import { type ByteRange, byteRange } from "./byte-range.ts";
import { allow, packagePolicy } from "./policies.ts";

/**
 * `GET /files/:fileToken/*`: a file of a package. Its bytes never change for a version, so browsers may keep them as
 * long as the token lives; ETag is their SHA-256.
 */
export async function sendPackageFile(request: Request, response: Response): Promise<void> {
  const { fileToken = "", 0: path = "" } = request.params as Record<string, string>;
  const access = await openFileToken(fileToken);
  // PostgreSQL takes no NUL, not even to look for it.
  const isName = !path.includes("\0");
  const file = access && isName && (await findPackageFile(access.packageVersionId, path));
  if (!file) {
    response.status(404).type("text/plain").send("Not found.\n");
    return;
  }
  allow(response, packagePolicy(access.isOutsideAllowed), access.isOutsideAllowed);
  response.set({
    "Cache-Control": "private, max-age=31536000, immutable",
    "Content-Type": file.contentType,
    "Accept-Ranges": "bytes",
    Vary: "Accept-Encoding",
  });
  const isBrotli = file.brotliBytes !== null && !request.get("Range") && takesBrotli(request);
  const etag = isBrotli ? `"${file.sha256}.br"` : `"${file.sha256}"`;
  response.set("ETag", etag);
  if (isKnown(request.get("If-None-Match"), etag)) {
    response.status(304).end();
    return;
  }
  await (isBrotli ? sendBrotli(request, response, file) : sendBytes(request, response, file, etag));
}

async function sendBrotli(request: Request, response: Response, file: StoredFile) {
  response.set({ "Content-Encoding": "br", "Content-Length": String(file.brotliBytes) });
  await stream(request, response, `${packageBlobKey(file.sha256)}.br`);
}

async function sendBytes(request: Request, response: Response, file: StoredFile, etag: string) {
  // If-Range with another version (or a date, which we never send) asks for the whole file.
  const ifRange = request.get("If-Range");
  const isSame = ifRange === undefined || ifRange === etag;
  const range = isSame ? byteRange(request.get("Range"), file.bytes) : null;
  if (range === "unsatisfiable") {
    response
      .status(416)
      .set({ "Content-Range": `bytes */${file.bytes}`, "Cache-Control": "no-store" })
      .end();
    return;
  }
  const length = range ? range.end - range.start + 1 : file.bytes;
  response.set("Content-Length", String(length));
  if (range) {
    response.status(206).set("Content-Range", `bytes ${range.start}-${range.end}/${file.bytes}`);
  }
  if (length === 0) response.end();
  else await stream(request, response, packageBlobKey(file.sha256), range ?? undefined);
}

async function stream(request: Request, response: Response, key: string, range?: ByteRange) {
  if (request.method === "HEAD") {
    response.end();
    return;
  }
  try {
    await pipeline(await readStream(key, range), response);
  } catch (error) {
    // The browser went away in the middle, as it does when one jumps in a video.
    if ((error as NodeJS.ErrnoException).code !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
  }
}

function takesBrotli(request: Request): boolean {
  return request.acceptsEncodings("br", "identity") === "br";
}

function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  const known = (ifNoneMatch ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return known.includes(etag) || known.includes("*");
}
