import { Readable } from "node:stream";

import type { ByteSpan } from "./file-store.ts";
import { readStream } from "./storage.server.ts";

/** A file in the store whose content its name follows from, so that it never changes. */
type KeptMedia = { key: string; contentType: string; bytes: number; savedAs?: string };

/**
 * A picture, sound or film as a response, or the part of it that was asked for: players ask for parts to jump
 * (RFC 9110, section 14). What is `savedAs` something is never opened in the browser.
 */
export async function mediaResponse(
  request: Request,
  { key, contentType, bytes, savedAs }: KeptMedia,
): Promise<Response> {
  const span = spanOf(request.headers.get("Range"), bytes);
  const headers = {
    "Content-Type": contentType,
    "Accept-Ranges": "bytes",
    "Cache-Control": "private, max-age=31536000, immutable",
    // An SVG opened by itself may hold script.
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    "X-Content-Type-Options": "nosniff",
    ...(savedAs === undefined ? {} : { "Content-Disposition": attachment(savedAs) }),
  };
  if (span === "outside") {
    return new Response(null, { status: 416, headers: { ...headers, "Content-Range": `bytes */${bytes}` } });
  }
  const { start, end } = span ?? { start: 0, end: bytes - 1 };
  const body = Readable.toWeb(await readStream(key, span ?? undefined)) as ReadableStream;
  return new Response(body, {
    status: span ? 206 : 200,
    headers: {
      ...headers,
      "Content-Length": String(end - start + 1),
      ...(span ? { "Content-Range": `bytes ${start}-${end}/${bytes}` } : {}),
    },
  });
}

/** RFC 6266; the second form of the name holds letters of every script. */
function attachment(name: string): string {
  return `attachment; filename="${name.replace(/[^\w.-]/g, "_")}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}

/** One span of bytes; null for the whole, also where the header says anything else than one span. */
function spanOf(header: string | null, bytes: number): ByteSpan | "outside" | null {
  const [, from = "", to = ""] = /^bytes=(\d*)-(\d*)$/.exec(header ?? "") ?? [];
  if (from === "" && to === "") return null;
  const start = from === "" ? Math.max(0, bytes - Number(to)) : Number(from);
  const end = from === "" || to === "" ? bytes - 1 : Math.min(bytes - 1, Number(to));
  return start > end ? "outside" : { start, end };
}
