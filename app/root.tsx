import {
  isRouteErrorResponse,
  Link,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";

import { findActor } from "#app/identity/session.server.ts";
import { confirmedSupportLines } from "#app/identity/support-line.server.ts";
import { env } from "#app/platform/env.server.ts";
import { endpoint, type ErrorPageData } from "#app/platform/http.server.ts";
import { useI18n, useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { type MessageBundle, messagesUrl } from "#app/platform/messages.server.ts";
import { useNonce } from "#app/platform/nonce.tsx";

import { helpTopicOf } from "./routes/teach/help-topics.ts";
import { ErrorPage, errorTitle } from "./ui/error-page.tsx";
import { PageTitle } from "./ui/page-title.tsx";
import { SiteFooter } from "./ui/site-footer.tsx";
import { SiteHeader } from "./ui/site-header.tsx";

import "./ui/styles.css";

export const loader = endpoint(async ({ request }) => {
  const [actor, supportLines] = await Promise.all([findActor(request), footerLines()]);
  const url = new URL(request.url);
  return {
    messages: messagesUrl(languageOf(request), bundleFor(url.pathname, actor?.role)),
    siteName: env().SITE_NAME,
    supportLines,
    exitUrl: env().EXIT_URL,
    hasOutbox: !env().SMTP_URL,
    path: url.pathname + url.search,
    helpTopic: actor && actor.role !== "learner" ? helpTopicOf(url.pathname) : null,
    actor: actor && { name: actor.name, role: actor.role },
  };
});

/** As much of the lines as the footer shows: it is part of every page. */
async function footerLines() {
  const lines = await confirmedSupportLines();
  return lines.map(({ jurisdiction, name, contact, dialledOn }) => ({
    jurisdiction,
    name,
    contact,
    dialledOn,
  }));
}

function bundleFor(path: string, role: string | undefined): MessageBundle {
  if (/^\/learn\/[^/]+\/packages\//.test(path)) return "play";
  if (/^\/learn\/[^/]+\/version$/.test(path)) return "edition";
  if (/^\/learn\/[^/]+\/quizzes\/[^/]+\/attempts\//.test(path)) return "attempt";
  if (/^\/learn\/[^/]+\/assignments\//.test(path)) return "assignment";
  if (/^\/learn\/[^/]+\/sessions\//.test(path)) return "live";
  if (path === "/tools" || path.startsWith("/tools/")) return "tools";
  if (path === "/learn" || path.startsWith("/learn/")) return "learn";
  return role && role !== "learner" ? "staff" : "public";
}

export function Layout({ children }: { children: ReactNode }) {
  const { language } = useI18n();
  const nonce = useNonce();
  const data = useRouteLoaderData<typeof loader>("root");
  const siteName = data?.siteName ?? "";
  const error = useRouteError();
  return (
    <html lang={language} data-messages={data?.messages}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <PageTitle siteName={siteName} error={error ? errorTitle(statusOf(error)) : undefined} />
        <Meta />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="manifest" href="/site.webmanifest" />
        <Links />
        {/* Before the body: it leaves at once, and notes what is written before any other script is there. */}
        <script src="/exit.js" />
      </head>
      <body className="flex flex-col">
        <SiteHeader
          siteName={siteName}
          actor={data?.actor ?? null}
          hasOutbox={data?.hasOutbox ?? false}
          exitUrl={data?.exitUrl ?? "/exit"}
        />
        <main id="main" tabIndex={-1} className="mx-auto w-full max-w-[76rem] grow px-4 py-8 sm:px-6">
          {children}
          {data?.helpTopic && <HelpLink topic={data.helpTopic} />}
        </main>
        <SiteFooter path={data?.path ?? "/"} supportLines={data?.supportLines ?? []} />
        {data && <ScrollRestoration nonce={nonce} />}
        {data && <Scripts nonce={nonce} />}
      </body>
    </html>
  );
}

/** On each of a trainer's pages, to what the guide says about it. */
function HelpLink({ topic }: { topic: string }) {
  const t = useT();
  return (
    <p className="mt-12 border-t border-line pt-4 print:hidden">
      <Link to={`/teach/help/${topic}`} className="inline-flex min-h-11 items-center">
        {t("common.helpFor")}
      </Link>
    </p>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  const isOurs = isRouteErrorResponse(error) && typeof (error.data as ErrorPageData | null)?.key === "string";
  return <ErrorPage status={statusOf(error)} error={isOurs ? (error.data as ErrorPageData) : null} />;
}

function statusOf(error: unknown): number {
  return isRouteErrorResponse(error) ? error.status : 500;
}
