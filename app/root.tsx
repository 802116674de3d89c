import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteLoaderData } from "@remix-run/react";

import { useI18n } from "#app/platform/i18n.tsx";
import { endpoint } from "#app/platform/http.server.ts";
import { languageOf } from "#app/platform/language.server.ts";
import { type MessageBundle, messagesUrl } from "#app/platform/messages.server.ts";
import { useNonce } from "#app/platform/nonce.tsx";

import "./ui/styles.css";

export const loader = endpoint(async ({ request }) => {
  const bundle: MessageBundle = /^\/(teach|admin)\b/.test(new URL(request.url).pathname) ? "staff" : "public";
  return { messages: messagesUrl(languageOf(request), bundle) };
});

export function Layout({ children }: { children: React.ReactNode }) {
  const { language } = useI18n();
  const nonce = useNonce();
  const data = useRouteLoaderData<typeof loader>("root");
  return (
    <html lang={language} data-messages={data?.messages}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}
