import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";

import { type CompiledMessages, createI18n, I18nProvider } from "./platform/i18n.tsx";
import type { Language } from "./platform/languages.ts";

async function hydrate() {
  const root = document.documentElement;
  const response = await fetch(root.dataset.messages as string);
  const i18n = createI18n(root.lang as Language, (await response.json()) as CompiledMessages);
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

void hydrate();
