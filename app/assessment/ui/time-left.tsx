import { useEffect, useState } from "react";

import { useI18n } from "#app/platform/i18n.tsx";

import type { AnsweringPart } from "../answering/answering-part.ts";
import { attemptQueue } from "./attempt-queue.ts";

/** Said aloud when so many minutes are left. */
const announced = [30, 10, 5, 1];
const minute = 60_000;

/**
 * How long an attempt still lasts, by the server's clock; nothing without a deadline. Without JavaScript it says until
 * when. At the end it sends what is left and leads to where the attempt stands.
 */
export function TimeLeft({ answering, address }: { answering: AnsweringPart; address: string }) {
  const { t, formatClock } = useI18n();
  const { deadlineAt } = answering;
  const left = useMillisecondsLeft(answering, address);
  if (!deadlineAt) return null;
  const isOver = left !== null && left <= 0;
  const minutes = left === null ? null : Math.floor(left / minute);
  const spoken = minutes === null ? undefined : announced.find((mark) => minutes + 1 === mark);
  return (
    <div>
      {!isOver && <p>{t("attempt.timeUntil", { time: formatClock(deadlineAt) })}</p>}
      {!isOver && minutes !== null && <p className="text-slate">{t("attempt.timeLeft", { minutes })}</p>}
      <p aria-live="polite" className={isOver ? "text-accent" : "sr-only"}>
        {isOver
          ? t("attempt.timeIsUp")
          : spoken !== undefined && t("attempt.timeLeft", { minutes: minutes ?? 0 })}
      </p>
      {isOver && <a href={`${address}/summary`}>{t("attempt.submitNow")}</a>}
    </div>
  );
}

/** Null before the page is alive. Moves on each minute, at the end each second. */
function useMillisecondsLeft(answering: AnsweringPart, address: string): number | null {
  const [left, setLeft] = useState<number | null>(null);
  const { attemptId, deadlineAt } = answering;
  useEffect(() => {
    if (!deadlineAt) return;
    const queue = attemptQueue(answering, address);
    const end = new Date(deadlineAt).getTime();
    let isSent = false;
    const look = () => {
      const now = end - queue.clock.now();
      setLeft((before) => (Math.floor((before ?? 0) / minute) === Math.floor(now / minute) ? before : now));
      if (now > 0) return;
      setLeft(now);
      if (!isSent) void queue.flush();
      isSent = true;
    };
    look();
    const timer = setInterval(look, 1000);
    return () => clearInterval(timer);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- one attempt for as long as it is shown
  }, [attemptId, deadlineAt]);
  return left;
}
