import type { MouseEvent } from "react";

import { useT } from "#app/platform/i18n.tsx";

const features = "popup,width=1100,height=800";

/**
 * For packages that want a window to themselves: the same player page without the rest. What runs here stops when it
 * is opened there, as with any second window.
 */
export function OwnWindowLink({ playerAddress }: { playerAddress: string }) {
  const t = useT();
  const address = `${playerAddress}?window=own`;
  function open(event: MouseEvent) {
    // A browser that opens no window by script follows the link.
    if (window.open(address, "_blank", features)) event.preventDefault();
  }
  return (
    <a href={address} target="_blank" onClick={open} className="inline-flex min-h-11 items-center">
      {t("player.ownWindow")}
    </a>
  );
}
