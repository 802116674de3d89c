import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";

import { type CompiledMessages, createI18n, I18nProvider } from "./platform/i18n.tsx";
import type { Language } from "./platform/languages.ts";

async function hydrate() {
  const root = document.documentElement;
  const [messages] = await Promise.all([
    fetch(root.dataset.messages as string).then((response) => response.json() as Promise<CompiledMessages>),
    dataDecoded(),
  ]);
  const i18n = createI18n(root.lang as Language, messages);
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <I18nProvider i18n={i18n}>
          <RemixBrowser />
        </I18nProvider>
      </StrictMode>,
    );
  });
}

/**
 * Remix decodes the page's data at its first render and suspends the whole page until then. A key or a tap that falls
 * into that time makes React render at once and give up (its error 345), so this is waited for before React takes over.
 */
async function dataDecoded() {
  try {
    RemixBrowser({});
  } catch (pending) {
    await pending;
  }
}

void hydrate();
