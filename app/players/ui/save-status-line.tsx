import { useEffect, useState } from "react";

import { useT } from "#app/platform/i18n.tsx";
import type { SaveStatus } from "#app/players/shell-messages.ts";

import type { PlayerState } from "./player-state.ts";

/** What takes less to be saved is not worth a word. */
const worthAWord = 1_000;

const colours: Record<SaveStatus, string> = {
  saved: "text-slate",
  saving: "text-slate",
  waiting: "text-accent",
  full: "text-brick",
  refused: "text-brick",
};

/** How safe it is what the learner does, in words; said by screen readers when it changes. */
export function SaveStatusLine({ state: { stage, launch, isRunning, save } }: { state: PlayerState }) {
  const t = useT();
  const shown = useCalm(save);
  const isOpening = stage === "opening" || (stage === "playing" && !isRunning && shown === "saved");
  const isTold = launch !== null && stage !== "problem" && launch.mode !== "tryout";
  return (
    <p role="status" className={`min-h-6 ${colours[shown]}`}>
      {isOpening ? t("player.opening") : isTold ? t(`player.save_${shown}`) : ""}
    </p>
  );
}

/** Without the many short "saving" of a package that reports every step. */
function useCalm(save: SaveStatus): SaveStatus {
  const [shown, setShown] = useState(save);
  useEffect(() => {
    const timer = setTimeout(() => setShown(save), save === "saving" ? worthAWord : 0);
    return () => clearTimeout(timer);
  }, [save]);
  return shown;
}
