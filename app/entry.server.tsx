import { PassThrough } from "node:stream";

import { createReadableStreamFromReadable, type EntryContext, type AppLoadContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";

import { seconds } from "./platform/clock.ts";
import { I18nProvider } from "./platform/i18n.tsx";
import { languageOf } from "./platform/language.server.ts";
import { log } from "./platform/log.server.ts";
import { i18nFor } from "./platform/messages.server.ts";
import { NonceProvider } from "./platform/nonce.tsx";

export const streamTimeout = seconds(5);

/** Renders a page to HTML. Pages hold no streamed parts, so the whole page is ready before its first byte is sent. */
export default function handleRequest(
  request: Request,
  responseStatusCode: number,
  responseHeaders: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
) {
  const nonce = String(loadContext.nonce);
  const isWholePageFirst = isbot(request.headers.get("user-agent"));
  return new Promise<Response>((resolve, reject) => {
    let status = responseStatusCode;
    const start = () => {
      const body = new PassThrough();
      responseHeaders.set("Content-Type", "text/html; charset=utf-8");
      if (!responseHeaders.has("Cache-Control")) responseHeaders.set("Cache-Control", "no-store");
      resolve(new Response(createReadableStreamFromReadable(body), { headers: responseHeaders, status }));
      pipe(body);
    };
    const { pipe, abort } = renderToPipeableStream(
      <NonceProvider nonce={nonce}>
        <I18nProvider i18n={i18nFor(languageOf(request))}>
          <RemixServer context={remixContext} url={request.url} nonce={nonce} abortDelay={streamTimeout} />
        </I18nProvider>
      </NonceProvider>,
      {
        nonce,
        ...(isWholePageFirst ? { onAllReady: start } : { onShellReady: start }),
        onShellError: reject,
        onError(error) {
          status = 500;
          log.error({ err: error, path: new URL(request.url).pathname }, "rendering failed");
        },
      },
    );
    setTimeout(abort, streamTimeout + seconds(1)).unref();
  });
}

/** Data for client-side navigation is as private as the page itself. */
export function handleDataRequest(response: Response) {
  if (!response.headers.has("Cache-Control")) response.headers.set("Cache-Control", "no-store");
  return response;
}

/** Errors were logged with their reference by `endpoint`; what arrives here came from elsewhere. */
export function handleError(error: unknown, { request }: { request: Request }) {
  if (request.signal.aborted || isAlreadyLogged(error)) return;
  log.error({ err: error, path: new URL(request.url).pathname }, "unhandled error");
}

function isAlreadyLogged(error: unknown) {
  return typeof error === "object" && error !== null && "status" in error;
}
