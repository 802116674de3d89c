import { type ComponentType, type MouseEvent, useState } from "react";

import { useT } from "#app/platform/i18n.tsx";
import { ButtonLink } from "#app/ui/button.tsx";

import type { EmbeddedPlayerProps } from "./embedded-player.tsx";

/**
 * A package inside a lesson: its title and a way to open it here. The player is loaded when it is asked for; without
 * JavaScript the way leads to the package's own page.
 */
export function LessonPackage({ address, title, messagesUrl }: EmbeddedPlayerProps) {
  const t = useT();
  const [Embedded, setEmbedded] = useState<ComponentType<EmbeddedPlayerProps> | null>(null);
  async function open(event: MouseEvent) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const { EmbeddedPlayer } = await import("./embedded-player.tsx");
    setEmbedded(() => EmbeddedPlayer);
  }
  return (
    <section aria-label={title} className="card stack">
      <p className="text-accent">{t("learn.kindPackage")}</p>
      <p className="text-lg font-semibold">{title}</p>
      {Embedded ? (
        <Embedded address={address} title={title} messagesUrl={messagesUrl} />
      ) : (
        <div className="no-print">
          <ButtonLink to={address} isDownload onClick={open}>
            {t("learn.start")}
          </ButtonLink>
        </div>
      )}
    </section>
  );
}
