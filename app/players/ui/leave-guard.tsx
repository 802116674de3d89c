import { useBlocker } from "@remix-run/react";
import { useCallback, useEffect, useRef, useState } from "react";

import { useT } from "#app/platform/i18n.tsx";
import { Button } from "#app/ui/button.tsx";

import { runningPlayers } from "./running-players.ts";

/** What is on its way is mostly there within so long. */
const settleTime = 1_500;

/**
 * Holds a change of page until every player on this one has stored what it has and unloaded its package; asks first
 * when something could not be sent. One on a page.
 */
export function LeaveGuard() {
  const t = useT();
  const [isAsking, setIsAsking] = useState(false);
  const blocker = useBlocker(({ currentLocation: from, nextLocation: to, historyAction }) => {
    // A form that goes to a place on this page keeps the page, as a link to a place does.
    const isSamePlace = from.pathname === to.pathname && from.search === to.search;
    const isStaying = isSamePlace && (historyAction === "POP" || to.hash !== "");
    return runningPlayers().length > 0 && !isStaying;
  });

  const goOn = useCallback(async () => {
    setIsAsking(false);
    await Promise.all(runningPlayers().map(({ leave }) => leave()));
    blocker.proceed?.();
  }, [blocker]);

  const isBlocked = blocker.state === "blocked";
  const isBegun = useRef(false);
  useEffect(() => {
    if (!isBlocked) isBegun.current = false;
    if (!isBlocked || isBegun.current) return;
    isBegun.current = true;
    void settled().then((isSaved) => (isSaved ? goOn() : setIsAsking(true)));
  }, [isBlocked, goOn]);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      // "Exit this page" is never held up.
      if (isAllSaved() || document.documentElement.classList.contains("away")) return;
      event.preventDefault();
    };
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, []);

  if (!isBlocked) return null;
  if (!isAsking) {
    return (
      <p role="status" className="text-slate">
        {t("player.leaving")}
      </p>
    );
  }
  return (
    <LeaveDialog
      onLeave={() => void goOn()}
      onStay={() => {
        setIsAsking(false);
        blocker.reset?.();
      }}
    />
  );
}

function LeaveDialog({ onLeave, onStay }: { onLeave: () => void; onStay: () => void }) {
  const t = useT();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby="leave-title"
      onCancel={onStay}
      className="measure card stack m-auto border-2 border-accent text-ink"
    >
      <h2 id="leave-title">{t("player.leaveTitle")}</h2>
      <p>{t("player.leaveText")}</p>
      <div className="flex flex-wrap gap-4">
        <Button type="button" onClick={onStay}>
          {t("player.stay")}
        </Button>
        <Button type="button" variant="secondary" onClick={onLeave}>
          {t("player.leave")}
        </Button>
      </div>
    </dialog>
  );
}

function isAllSaved() {
  return runningPlayers().every(({ isSaved }) => isSaved());
}

/** Whether all is saved, soon. */
async function settled(): Promise<boolean> {
  const end = Date.now() + settleTime;
  while (!isAllSaved() && Date.now() < end) await new Promise((done) => setTimeout(done, 50));
  return isAllSaved();
}
