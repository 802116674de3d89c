import { fromBase64 } from "#app/platform/sealed.ts";

import { browserDisk } from "../answering/answer-disk.ts";
import { type AnswerQueue, openAnswerQueue, randomName } from "../answering/answer-queue.ts";
import { postAnswer } from "../answering/answer-request.ts";
import type { AnsweringPart } from "../answering/answering-part.ts";
import { type ServerClock, serverClock } from "../answering/server-clock.ts";

/** Of this document, as long as it lives: also while it shows other pages. */
export const pageName = randomName();

export type AttemptQueue = AnswerQueue & { clock: ServerClock };

/** What one window tells the others of this browser. */
export type AnsweredElsewhere = { attemptId: string; position: number; page: string; at: string };

const queues = new Map<string, AttemptQueue>();

/** The queue of an attempt in this document; `address` is the attempt's. */
export function attemptQueue({ attemptId, sealKey, time }: AnsweringPart, address: string): AttemptQueue {
  const known = queues.get(attemptId);
  known?.clock.hear(time);
  return (
    known ??
    openQueue(
      attemptId,
      sealKey,
      serverClock(time, () => performance.now()),
      address,
    )
  );
}

function openQueue(attemptId: string, sealKey: string, clock: ServerClock, address: string): AttemptQueue {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const addressOf = (position: number) => `${address}/questions/${position}/answer`;
  const queue = openAnswerQueue({
    attemptId,
    page: pageName,
    clock,
    key: fromBase64(sealKey),
    disk: browserDisk(),
    post: async (position, body) => {
      const delivery = await postAnswer(addressOf(position), body);
      if (delivery.kind === "received" && delivery.receipt.outcome === "saved") tellOthers(position, body);
      return delivery;
    },
    later(work, milliseconds) {
      clearTimeout(timer);
      timer = setTimeout(work, milliseconds);
    },
  });

  function tellOthers(position: number, body: string) {
    const page = new URLSearchParams(body).get("page") ?? "";
    const at = new Date(clock.now()).toISOString();
    others()?.postMessage({ attemptId, position, page, at } satisfies AnsweredElsewhere);
  }

  const retry = () => queue.isInTrouble() && void queue.flush();
  addEventListener("online", retry);
  addEventListener("focus", retry);
  addEventListener("pagehide", () => {
    for (const { position, body } of queue.bodies()) {
      navigator.sendBeacon(addressOf(position), new URLSearchParams(body));
    }
  });
  addEventListener("beforeunload", (event) => {
    // "Exit this page" is never held up.
    if (queue.isInTrouble() && !document.documentElement.classList.contains("away")) event.preventDefault();
  });
  const opened = { ...queue, clock };
  queues.set(attemptId, opened);
  return opened;
}

let channel: BroadcastChannel | null | undefined;

/** The other windows of this browser; null where it knows no way to them. */
export function others(): BroadcastChannel | null {
  channel ??= typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("answers");
  return channel;
}
