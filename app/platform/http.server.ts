import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { type z } from "zod";

import { RefusalError, NotFoundError } from "./errors.ts";
import type { MessageKey } from "./i18n.tsx";
import { newId } from "./id.ts";
import { log } from "./log.server.ts";

/** Messages at fields: field name → key of a translated sentence. */
export type FormErrors = Record<string, MessageKey>;

/** What an error page shows. `reference` is in the log beside the cause. */
export type ErrorPageData = { key: MessageKey; values: Record<string, string | number>; reference: string };

/**
 * Wraps every loader and action: a refusal becomes a response with its status and sentence, anything else a 500 with
 * a reference that is in the log.
 */
export function endpoint<Args extends LoaderFunctionArgs | ActionFunctionArgs, Result>(
  handler: (args: Args) => Promise<Result>,
): (args: Args) => Promise<Result> {
  return async (args) => {
    try {
      return await handler(args);
    } catch (error) {
      throw toResponse(error, args.request);
    }
  };
}

/**
 * Reads a form and checks it. Either `values` or `errors`; `typed` is what the person wrote, to show it again
 * (passwords left out).
 */
export async function parseForm<Schema extends z.ZodType>(request: Request, schema: Schema) {
  const form = await request.formData();
  return parseFields(fieldsOf(form), schema);
}

export function parseFields<Schema extends z.ZodType>(fields: Fields, schema: Schema) {
  const parsed = schema.safeParse(fields);
  const typed = Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => typeof value === "string" && !/password/i.test(name)),
  ) as Record<string, string>;
  if (parsed.success) return { values: parsed.data as z.infer<Schema>, errors: null, typed };
  const errors: FormErrors = {};
  for (const issue of parsed.error.issues) {
    const field = issue.path.length > 0 ? issue.path.join(".") : "form";
    errors[field] ??= issue.message as MessageKey;
  }
  return { values: null, errors, typed };
}

export type Fields = Record<string, string | string[]>;

/** A form as an object; a name that occurs more than once, or ends in "[]", becomes a list (without the "[]"). */
export function fieldsOf(form: FormData): Fields {
  const fields: Fields = {};
  for (const name of new Set(form.keys())) {
    const values = form.getAll(name).filter((value) => typeof value === "string");
    if (name.endsWith("[]")) fields[name.slice(0, -2)] = values;
    else fields[name] = values.length > 1 ? values : (values[0] ?? "");
  }
  return fields;
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
  const path = loggablePath(request);
  if (error instanceof RefusalError) {
    if (error.status === 401) {
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
    const reference = newId().slice(0, 8);
    log.info({ reference, status: error.status, key: error.key, path }, "refused");
    const body: ErrorPageData = { key: error.key, values: error.values, reference };
    return data(body, { status: error.status });
  }
  const reference = newId().slice(0, 8);
  log.error({ reference, err: error, path, method: request.method }, "request failed");
  const body: ErrorPageData = { key: "errors.unexpected", values: {}, reference };
  return data(body, { status: 500 });
}

/** Links with tokens open accounts: the log gets their kind only. */
function loggablePath(request: Request): string {
  return new URL(request.url).pathname.replace(/^\/(setup|invitations|password-reset)\/.+/, "/$1/…");
}
