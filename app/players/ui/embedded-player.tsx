import { useEffect, useState } from "react";

import { type CompiledMessages, createI18n, type I18n, I18nProvider, useI18n } from "#app/platform/i18n.tsx";

import { Player } from "./player.tsx";

export type EmbeddedPlayerProps = {
  /** Of the package's own page. */
  address: string;
  title: string;
  messagesUrl: string;
};

const wish = { newAttempt: null, isTakeOver: false };

/** A player in the middle of a lesson. It brings its own texts, which lessons do without. */
export function EmbeddedPlayer({ address, title, messagesUrl }: EmbeddedPlayerProps) {
  const { language } = useI18n();
  const [i18n, setI18n] = useState<I18n | null>(null);
  useEffect(() => {
    void fetch(messagesUrl)
      .then((response) => response.json() as Promise<CompiledMessages>)
      .then((messages) => setI18n(createI18n(language, messages)));
  }, [messagesUrl, language]);
  if (!i18n) return null;
  const toStatus = <a href={address}>{i18n.t("player.toStatus")}</a>;
  return (
    <I18nProvider i18n={i18n}>
      <Player
        source={{ address: `${address}/launches`, wish }}
        title={title}
        tools={toStatus}
        ended={toStatus}
      />
    </I18nProvider>
  );
}
