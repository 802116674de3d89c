import { useMemo, useRef } from "react";

import type { KeptWork } from "../../editor/kept-work.ts";

/** Texts from before the page was opened, to which undo goes back once it has nothing more of its own. */
export function useEarlierTexts(kept: KeptWork) {
  const past = useRef<string[] | null>(null);
  const future = useRef<string[]>([]);
  return useMemo(() => {
    const earlier = () => (past.current ??= kept.earlier());
    return {
      /** Called with each text that was saved. */
      remember(text: string) {
        const all = kept.earlier();
        if (all.at(-1) !== text) kept.keepEarlier([...all, text]);
      },
      back(now: string): string | null {
        let before = earlier().pop();
        while (before === now) before = earlier().pop();
        if (before === undefined) return null;
        future.current.push(now);
        return before;
      },
      forward(now: string): string | null {
        const after = future.current.pop();
        if (after === undefined) return null;
        earlier().push(now);
        return after;
      },
      canGoBack: (now: string) => earlier().some((text) => text !== now),
      canGoForward: () => future.current.length > 0,
      /** She has written on: there is no later text any more. */
      forgetLater: () => (future.current = []),
    };
  }, [kept]);
}
