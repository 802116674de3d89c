import type { Readable } from "node:stream";

import {
  type ActionFunctionArgs,
  createReadableStreamFromReadable,
  data,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import type { z } from "zod";

import { env } from "./env.server.ts";
import { RefusalError, NotFoundError } from "./errors.ts";
import { fieldsOf, parseFields } from "./form-fields.ts";
import type { MessageKey } from "./i18n.tsx";
import { newId } from "./id.ts";
import { lane } from "./lane.ts";
import { languageOf } from "./language.server.ts";
import { log } from "./log.server.ts";
import { i18nFor } from "./messages.server.ts";

/** What an error page shows. `reference` is in the log beside the cause. */
export type ErrorPageData = { key: MessageKey; values: Record<string, string | number>; reference: string };

/**
 * So many pages at once get their data together; the others wait in line before they begin. Of a class that comes in one
 * moment each then waits for those before her, instead of all for each other, and saving answers finds a connection. What
 * people send is not held up here: a slow line would keep its place for as long as it sends.
 */
const inReading = lane(env().DATABASE_POOL);

async function inPlace<Args extends LoaderFunctionArgs | ActionFunctionArgs, Result>(
  handler: (args: Args) => Promise<Result>,
  args: Args,
): Promise<Result> {
  return args.request.method === "GET" ? inReading(() => handler(args)) : handler(args);
}

/**
 * Wraps every loader and action: a refusal becomes a response with its status and sentence, anything else a 500 with
 * a reference that is in the log.
 */
export function endpoint<Args extends LoaderFunctionArgs | ActionFunctionArgs, Result>(
  handler: (args: Args) => Promise<Result>,
): (args: Args) => Promise<Result> {
  return async (args) => {
    try {
      return await inPlace(handler, args);
    } catch (error) {
      throw toResponse(error, args.request);
    }
  };
}

/** What `jsonEndpoint` answers to a refusal. */
export type JsonRefusal = { sentence: string; reference: string };

/**
 * Like `endpoint`, for addresses that only scripts of our own pages ask: the answer is JSON, a refusal its status with
 * a sentence in the reader's language, and nothing ever leads to the sign-in page.
 */
export function jsonEndpoint<Args extends LoaderFunctionArgs | ActionFunctionArgs>(
  handler: (args: Args) => Promise<unknown>,
): (args: Args) => Promise<Response> {
  return async (args) => {
    const headers = { "Cache-Control": "no-store" };
    try {
      return Response.json(await inPlace(handler, args), { headers });
    } catch (error) {
      const { status, key, values, reference } = refusalOf(error, args.request);
      const body: JsonRefusal = { sentence: i18nFor(languageOf(args.request)).t(key, values), reference };
      return Response.json(body, { status, headers });
    }
  };
}

/** Data as a file to be kept. */
export function jsonFile(name: string, content: unknown): Response {
  return new Response(JSON.stringify(content, null, 2), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}.json"`,
      "Cache-Control": "no-store",
    },
  });
}

/** A calendar file (`calendarFile`): programs that subscribe to it get it as it is now. */
export function calendarResponse(content: string): Response {
  return new Response(content, {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'attachment; filename="calendar.ics"',
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}

/** A file that somebody sent us, for those who may have it: kept, never shown or run on our pages. */
export function privateDownload(file: {
  name: string;
  contentType: string;
  /** Unknown of what is made while it is sent. */
  bytes?: number;
  content: Readable;
}) {
  return new Response(createReadableStreamFromReadable(file.content), {
    headers: {
      "Content-Type": file.contentType,
      ...(file.bytes !== undefined && { "Content-Length": String(file.bytes) }),
      "Content-Disposition": `attachment; filename="${file.name}"`,
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "Cross-Origin-Resource-Policy": "same-origin",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}

/** Reads a form and checks it like `parseFields`. */
export async function parseForm<Schema extends z.ZodType>(request: Request, schema: Schema) {
  const form = await request.formData();
  return parseFields(fieldsOf(form), schema);
}

/** A part of the path; its absence is our mistake in routes.ts, shown as "not found". */
export function requireParam(params: Record<string, string | undefined>, name: string): string {
  const value = params[name];
  if (!value) throw new NotFoundError();
  return value;
}

/** A path of this site to go back to, from user input; anything else becomes `fallback`. */
export function safeReturnTo(value: unknown, fallback = "/"): string {
  return typeof value === "string" && /^\/(?![/\\])[^\s\\]*$/.test(value) ? value : fallback;
}

function toResponse(error: unknown, request: Request): unknown {
  if (error instanceof Response) return error;
  if (error instanceof RefusalError && error.status === 401) {
    const target = new URL(request.url);
    target.searchParams.delete("_routes");
    const returnTo = target.pathname.replace(/\.data$/, "") + target.search;
    const location =
      request.method === "GET" ? `/sign-in?returnTo=${encodeURIComponent(returnTo)}` : "/sign-in";
    return new Response(null, {
      status: 302,
      // The sign-in page has texts that a browser in the middle of a course has not loaded.
      headers: { Location: location, "X-Remix-Reload-Document": "true" },
    });
  }
  const { status, ...body } = refusalOf(error, request);
  return data(body satisfies ErrorPageData, { status });
}

/** Status and sentence of what was thrown; its cause goes to the log under the reference. */
function refusalOf(error: unknown, request: Request): ErrorPageData & { status: number } {
  const path = loggablePath(request);
  const reference = newId().slice(0, 8);
  if (error instanceof RefusalError) {
    const { status, key, values } = error;
    log.info({ reference, status, key, path }, "refused");
    return { status, key, values, reference };
  }
  log.error({ reference, err: error, path, method: request.method }, "request failed");
  return { status: 500, key: "errors.unexpected", values: {}, reference };
}

/** Links with tokens open accounts or calendars: the log gets their kind only. */
function loggablePath(request: Request): string {
  return new URL(request.url).pathname.replace(/^\/(setup|invitations|password-reset|calendar)\/.+/, "/$1/…");
}
