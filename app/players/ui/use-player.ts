import {
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useReducer,
  useRef,
  useSyncExternalStore,
} from "react";

import { isOtherThanLast } from "./last-registration.ts";
import {
  announceEnd,
  type LaunchWish,
  type OpenedLaunch,
  requestLaunch,
  requestRenewal,
} from "./launch-request.ts";
import { opening, type PlayerState, playerState } from "./player-state.ts";
import { addRunningPlayer, onPlayersChange, runningPlayers } from "./running-players.ts";
import { linkToShell, type ShellLink } from "./shell-link.ts";

const renewEvery = 60_000;
const retryEvery = 15_000;
/** A shell that does not answer by then is stuck; what it was told is in the browser's log. */
const longestLeave = 5_000;

export type PlayerSource =
  /** Address that opens launches, and what is wanted of it. */
  | { address: string; wish: LaunchWish }
  /** A try-out, opened already. */
  | { launch: OpenedLaunch };

export type Player = {
  state: PlayerState;
  frame: RefObject<HTMLIFrameElement>;
  /** Of several on a page, the one that guards the way out. */
  isGuard: boolean;
  /** Opens it anew; what was running in another window stops there. */
  takeOver: () => void;
  focus: () => void;
};

/** Opens a player, keeps it going as long as it is on the page, and leaves it when told to. */
export function usePlayer(source: PlayerSource): Player {
  const frame = useRef<HTMLIFrameElement>(null);
  const link = useRef<ShellLink | null>(null);
  const wish = useRef("wish" in source ? source.wish : null);
  const tryout = "launch" in source ? source.launch : null;
  const [state, dispatch] = useReducer(playerState, tryout, opening);
  const address = "address" in source ? source.address : null;
  const { launch, stage, trouble } = state;
  const launchId = launch?.launchId ?? null;
  const isShown = launch !== null && stage !== "problem";

  const open = useCallback(async () => {
    if (address && wish.current) {
      dispatch({ type: "answer", outcome: await requestLaunch(address, wish.current) });
    }
  }, [address]);

  const renew = useCallback(async () => {
    if (!launchId) return;
    const outcome = await requestRenewal(launchId);
    if (outcome === "renewed") link.current?.send({ sigurna: "renewed" });
    dispatch({ type: "renewal", outcome });
  }, [launchId]);

  const takeOver = useCallback(() => {
    if (wish.current) wish.current = { newAttempt: null, isTakeOver: true };
    dispatch({ type: "reopen", launch: tryout });
  }, [tryout]);

  useEffect(() => {
    if (stage === "opening") void open();
  }, [stage, open]);

  useEffect(() => {
    if (stage !== "playing") return;
    const timer = setInterval(() => void renew(), renewEvery);
    return () => clearInterval(timer);
  }, [stage, renew]);

  useEffect(() => {
    if (state.isExpired) void renew();
  }, [state.isExpired, renew]);

  useRetry(trouble !== null, stage === "opening" ? open : renew);

  const leave = useShellLink({ launch: isShown ? launch : null, frame, link, dispatch });
  const isSaved = useRef(true);
  useEffect(() => {
    isSaved.current = state.save === "saved";
  }, [state.save]);
  const self = useMemo(() => ({ leave, isSaved: () => isSaved.current }), [leave]);
  useEffect(() => (isShown ? addRunningPlayer(self) : undefined), [isShown, self]);
  const isGuard = useSyncExternalStore(
    onPlayersChange,
    () => runningPlayers()[0] === self,
    () => false,
  );

  const focus = useCallback(() => {
    frame.current?.focus();
    link.current?.send({ sigurna: "focus" });
  }, []);
  return { state, frame, isGuard, takeOver, focus };
}

/** Hears and answers the shell of a launch. Returns how to leave it. */
function useShellLink({
  launch,
  frame,
  link,
  dispatch,
}: {
  launch: OpenedLaunch | null;
  frame: RefObject<HTMLIFrameElement>;
  link: { current: ShellLink | null };
  dispatch: (event: Parameters<typeof playerState>[1]) => void;
}): () => Promise<void> {
  const onLeft = useRef(() => {});
  const isRunning = useRef(false);
  // Before the frame can say anything.
  useLayoutEffect(() => {
    if (!launch || !frame.current) return;
    const { launchId, shellUrl, registrationKey } = launch;
    const opened = linkToShell(frame.current, shellUrl, (message) => {
      if (message.sigurna === "ready") {
        opened.send({ sigurna: "start", clearStorage: isOtherThanLast(registrationKey) });
      } else if (message.sigurna === "left") {
        onLeft.current();
      } else {
        if (message.sigurna === "running") isRunning.current = true;
        dispatch({ type: "shell", message });
      }
    });
    link.current = opened;
    isRunning.current = false;
    const end = () => launchId && announceEnd(launchId);
    addEventListener("pagehide", end);
    return () => {
      opened.close();
      link.current = null;
      removeEventListener("pagehide", end);
    };
  }, [launch, frame, link, dispatch]);

  return useCallback(async () => {
    if (!launch) return;
    if (isRunning.current) {
      await new Promise<void>((done) => {
        onLeft.current = done;
        setTimeout(done, longestLeave);
        link.current?.send({ sigurna: "leave" });
      });
    }
    if (launch.launchId) announceEnd(launch.launchId);
  }, [launch, link]);
}

/** While something is wrong: again and again, and at once when the person comes back to this page. */
function useRetry(isNeeded: boolean, retry: () => Promise<void>) {
  useEffect(() => {
    if (!isNeeded) return;
    const again = () => {
      if (document.visibilityState === "visible") void retry();
    };
    const timer = setInterval(again, retryEvery);
    const events = [
      [window, "focus"],
      [window, "online"],
      [document, "visibilitychange"],
    ] as const;
    for (const [target, event] of events) target.addEventListener(event, again);
    return () => {
      clearInterval(timer);
      for (const [target, event] of events) target.removeEventListener(event, again);
    };
  }, [isNeeded, retry]);
}
