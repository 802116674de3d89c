import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";

import { type CompiledMessages, createI18n, I18nProvider } from "./platform/i18n.tsx";
import type { Language } from "./platform/languages.ts";
import { noteTyped, TypedEarly } from "./ui/typed-early.tsx";

async function hydrate() {
  const root = document.documentElement;
  noteTyped();
  const [messages] = await Promise.all([
    fetch(root.dataset.messages as string).then((response) => response.json() as Promise<CompiledMessages>),
    dataDecoded(),
    rareFieldsBrought(),
  ]);
  const i18n = createI18n(root.lang as Language, messages);
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <I18nProvider i18n={i18n}>
          <TypedEarly>
            <RemixBrowser />
          </TypedEarly>
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

/** Without them React does not take over, and the page works as it does without JavaScript. */
async function rareFieldsBrought() {
  const shown = document.querySelector<HTMLElement>("[data-rare-fields]");
  if (!shown) return;
  const { bringRareFields } = await import("./assessment/ui/rare-fields.tsx");
  await bringRareFields(shown.dataset.rareFields as string);
}

void hydrate();
