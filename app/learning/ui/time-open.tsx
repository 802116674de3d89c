import { useEffect, useState } from "react";

import { useT } from "#app/platform/i18n.tsx";
import { useIsScripted } from "#app/ui/use-is-scripted.ts";

/** Between two signs that the page is still in view. */
const pause = 15_000;

/**
 * How much of a step's minimum time is left. While the page is in view a script says so to the server, which counts;
 * without one the page says what was left when it was opened, and the button counts from then.
 */
export function TimeOpen({
  courseSlug,
  activityId,
  minimumMinutes,
  secondsLeft,
}: {
  courseSlug: string;
  activityId: string;
  minimumMinutes: number;
  secondsLeft: number;
}) {
  const t = useT();
  const left = useSecondsLeft(`/learn/${courseSlug}/time/${activityId}`, secondsLeft);
  return (
    <div className="no-print rounded-box border bg-surface p-4">
      <p>{t("learn.timeAsked", { minutes: minimumMinutes })}</p>
      {/* Its first text is not news, so only a change is said aloud. */}
      <p role="status" className="font-semibold">
        {left > 0 ? t("learn.timeLeft", { minutes: Math.ceil(left / 60) }) : t("learn.timeEnough")}
      </p>
    </div>
  );
}

/** In the form of a step with a minimum time: whether its page was heard of meanwhile. */
export function TimeOpenField() {
  return useIsScripted() ? <input type="hidden" name="time" value="heard" /> : null;
}

function useSecondsLeft(address: string, given: number): number {
  const [heard, setHeard] = useState({ given, left: given });
  // Another page of the lesson, or a refused button, brings a new number.
  const left = heard.given === given ? heard.left : given;
  useEffect(() => {
    if (given === 0) return;
    let isOver = false;
    const say = async () => {
      if (isOver) return;
      const response = await fetch(address, { method: "POST", keepalive: true }).catch(() => null);
      const answer = response?.ok ? ((await response.json()) as { secondsLeft: number }) : null;
      if (!answer || isOver) return;
      isOver = answer.secondsLeft === 0;
      setHeard({ given, left: answer.secondsLeft });
    };
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") void say();
    }, pause);
    const turn = () => void say();
    // Leaving counts up to that moment; of the time away no more counts than of any silence.
    document.addEventListener("visibilitychange", turn);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", turn);
      void say();
      isOver = true;
    };
  }, [address, given]);
  return left;
}
