import { type ReactNode, useEffect, useId, useRef } from "react";

import { useT } from "#app/platform/i18n.tsx";
import { Notice } from "#app/ui/notice.tsx";

import { FullScreenBar, FullScreenButton, useFullScreen } from "./full-screen.tsx";
import { LeaveGuard } from "./leave-guard.tsx";
import { PlayerNotice } from "./player-notice.tsx";
import type { PlayerState } from "./player-state.ts";
import { SaveStatusLine } from "./save-status-line.tsx";
import { type PlayerSource, usePlayer } from "./use-player.ts";

/** The window without what the page needs above and below. */
const fillingHeight = "max(26rem, calc(100vh - 15rem))";
const sandbox = "allow-scripts allow-same-origin allow-forms allow-modals";

/** A package being played: its frame, what is to be known of it in words, and the ways in, past and out. */
export function Player({
  source,
  title,
  ended,
  tools,
  onEndSaved,
}: {
  source: PlayerSource;
  title: string;
  /** Shown when the package says that it is over and everything is on the server. */
  ended?: ReactNode;
  /** Beside the button for the full screen. */
  tools?: ReactNode;
  onEndSaved?: () => void;
}) {
  const t = useT();
  const player = usePlayer(source);
  const { state } = player;
  const box = useRef<HTMLDivElement>(null);
  const screen = useFullScreen(box);
  const id = useId();
  const isEndSaved = state.isEnded && state.save === "saved";
  useEffect(() => {
    if (isEndSaved) onEndSaved?.();
  }, [isEndSaved, onEndSaved]);

  return (
    <div
      ref={box}
      id={`${id}top`}
      tabIndex={-1}
      className="grid gap-2 bg-paper"
      style={screen.isFull ? { height: "100%", gridTemplateRows: "auto auto 1fr", padding: "0.5rem" } : {}}
    >
      {player.isGuard && <LeaveGuard />}
      {screen.isFull && <FullScreenBar onLeave={screen.toggle} />}
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <SaveStatusLine state={state} />
        {!screen.isFull && (
          <div className="flex flex-wrap items-center gap-x-4">
            {tools}
            {screen.isPossible && state.launch && <FullScreenButton onClick={screen.toggle} />}
          </div>
        )}
      </div>
      <PlayerNotice state={state} onTakeOver={player.takeOver} />
      {state.isEnded && (
        <Notice kind="success" title={t("player.endedTitle")} isStatus>
          {isEndSaved ? ended : <p>{t("player.endedSaving")}</p>}
        </Notice>
      )}
      {state.launch && state.stage !== "problem" && (
        <>
          <p>
            <button type="button" className="skip-link underline" onClick={player.focus}>
              {t("player.skipInto")}
            </button>{" "}
            <a href={`#${id}end`} className="skip-link">
              {t("player.skipPast")}
            </a>
          </p>
          <iframe
            key={state.launch.shellUrl}
            ref={player.frame}
            title={title}
            src={state.launch.shellUrl}
            data-player={new URL(state.launch.shellUrl).origin}
            sandbox={state.launch.isOutsideAllowed ? `${sandbox} allow-popups allow-downloads` : sandbox}
            allow="fullscreen; autoplay"
            className="w-full rounded-box border border-line bg-surface"
            style={frameStyle(state, screen.isFull)}
          />
          <p id={`${id}end`} tabIndex={-1}>
            <a href={`#${id}top`} className="skip-link">
              {t("player.skipBack")}
            </a>
          </p>
        </>
      )}
    </div>
  );
}

/** What runs for somebody else, or no longer here, is not to be seen or used; it stays, so that it can still send. */
function frameStyle({ stage, trouble, height }: PlayerState, isFull: boolean) {
  return {
    height: isFull ? "100%" : height === null ? fillingHeight : `${height}px`,
    display: stage === "superseded" || trouble === "other-person" ? "none" : "block",
  };
}
