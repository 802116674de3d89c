import { type RefObject, useCallback, useEffect, useState } from "react";

import { useT } from "#app/platform/i18n.tsx";
import { Button } from "#app/ui/button.tsx";

/** Full screen of a box on the page, where the browser has it. */
export function useFullScreen(box: RefObject<HTMLElement>) {
  const [isPossible, setIsPossible] = useState(false);
  const [isFull, setIsFull] = useState(false);
  useEffect(() => {
    setIsPossible(document.fullscreenEnabled);
    const onChange = () => setIsFull(document.fullscreenElement === box.current);
    document.addEventListener("fullscreenchange", onChange);
    return () => document.removeEventListener("fullscreenchange", onChange);
  }, [box]);
  const toggle = useCallback(() => {
    if (document.fullscreenElement) void document.exitFullscreen();
    else void box.current?.requestFullscreen();
  }, [box]);
  return { isPossible, isFull, toggle };
}

export function FullScreenButton({ onClick }: { onClick: () => void }) {
  const t = useT();
  return (
    <Button type="button" variant="quiet" onClick={onClick}>
      {t("player.fullScreen")}
    </Button>
  );
}

/** What the page's own header holds, for a frame that covers it: the exit comes first here too. */
export function FullScreenBar({ onLeave }: { onLeave: () => void }) {
  const t = useT();
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
      <a
        href="/exit"
        rel="noreferrer"
        data-exit=""
        className="inline-flex min-h-11 items-center rounded-box bg-brick px-4 font-semibold text-paper no-underline hover:underline"
      >
        {t("common.exit")}
      </a>
      <Button type="button" variant="quiet" onClick={onLeave}>
        {t("player.fullScreenEnd")}
      </Button>
    </div>
  );
}
