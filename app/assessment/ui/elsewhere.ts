import { type MutableRefObject, useEffect, useRef } from "react";

import { askStanding } from "../answering/answer-request.ts";
import type { AnsweringPart } from "../answering/answering-part.ts";
import { type AnsweredElsewhere, attemptQueue, others, pageName } from "./attempt-queue.ts";

type Place = {
  answering: AnsweringPart;
  address: string;
  position: number;
  /** Newest version of the answer that this page knows. */
  known: MutableRefObject<number>;
};

/**
 * Tells when the answer that a page shows was given anew in another window: those of this browser say so at once, of
 * other devices the server knows when the page comes back into view. An attempt that is submitted leads to its result.
 */
export function useElsewhere({ answering, address, position, known }: Place, tell: (at: string) => void) {
  const teller = useRef(tell);
  teller.current = tell;
  const { attemptId } = answering;
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    others()?.addEventListener(
      "message",
      ({ data }: MessageEvent<AnsweredElsewhere>) => {
        const isThis = data.attemptId === attemptId && data.position === position && data.page !== pageName;
        if (isThis) teller.current(data.at);
      },
      { signal },
    );
    async function look() {
      if (document.visibilityState !== "visible") return;
      const standing = await askStanding(`${address}/questions/${position}/answer`);
      if (!standing || signal.aborted) return;
      const queue = attemptQueue({ ...answering, time: standing.time }, address);
      if (standing.isSubmitted) location.assign(address);
      const isNews = standing.revision > known.current && standing.page !== pageName;
      if (isNews && standing.at && queue.pending(position, standing.revision) === null) {
        teller.current(standing.at);
      }
    }
    document.addEventListener("visibilitychange", () => void look(), { signal });
    return () => listening.abort();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- one question for as long as it is shown
  }, [attemptId, position]);
}
