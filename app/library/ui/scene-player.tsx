import { useEffect, useState, useSyncExternalStore } from "react";

import type { Scene } from "#app/library/lesson-pages.ts";
import { useT } from "#app/platform/i18n.tsx";
import { Button } from "#app/ui/button.tsx";
import { Prose } from "#app/ui/prose.tsx";

/** Long enough to read a caption of fifteen words. */
const secondsForScene = 5;

/**
 * Shows scenes one at a time. It never starts by itself; for those who want no motion there is nothing to start, only
 * buttons from scene to scene. A picture moves only while it plays: "#play" is the target its style waits for.
 */
export function ScenePlayer({ scenes }: { scenes: Scene[] }) {
  const t = useT();
  const isStill = useReducedMotion();
  const [index, setIndex] = useState(0);
  const [wantsToPlay, setWantsToPlay] = useState(false);
  const isPlaying = wantsToPlay && !isStill;
  const last = scenes.length - 1;
  useEffect(() => {
    if (!isPlaying) return;
    const timer = setTimeout(
      () => (index < last ? setIndex(index + 1) : setWantsToPlay(false)),
      secondsForScene * 1000,
    );
    return () => clearTimeout(timer);
  }, [isPlaying, index, last]);

  function step(to: number) {
    setWantsToPlay(false);
    setIndex(Math.min(last, Math.max(0, to)));
  }

  function playOrPause() {
    if (!isPlaying && index === last) setIndex(0);
    setWantsToPlay(!isPlaying);
  }

  const scene = scenes[index];
  const following = scenes[index + 1];
  if (!scene) return null;
  return (
    <div className="no-print stack">
      <img src={isPlaying ? `${scene.src}#play` : scene.src} alt={scene.alt} {...scene.size} />
      {following && <img src={following.src} alt="" hidden />}
      <div role="status" className="min-h-28 sm:min-h-20">
        <p className="text-sm text-slate">
          {t("learn.sceneOf", { number: index + 1, total: scenes.length })}
        </p>
        <Prose html={scene.html} />
      </div>
      <div className="grid grid-cols-2 gap-2 sm:flex">
        {!isStill && (
          <Button type="button" onClick={playOrPause} className="col-span-2">
            {t(isPlaying ? "learn.scenePause" : "learn.scenePlay")}
          </Button>
        )}
        <StepButton isEnd={index === 0} onStep={() => step(index - 1)}>
          {t("learn.scenePrevious")}
        </StepButton>
        <StepButton isEnd={index === last} onStep={() => step(index + 1)}>
          {t("learn.sceneNext")}
        </StepButton>
      </div>
    </div>
  );
}

/** At the end it stays where it is and keeps the focus. */
function StepButton({ isEnd, onStep, children }: { isEnd: boolean; onStep: () => void; children: string }) {
  return (
    <Button
      type="button"
      variant="secondary"
      aria-disabled={isEnd}
      onClick={onStep}
      className={isEnd ? "border-dashed" : ""}
    >
      {children}
    </Button>
  );
}

const motionQuery = "(prefers-reduced-motion: reduce)";

function useReducedMotion(): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const query = matchMedia(motionQuery);
      query.addEventListener("change", onChange);
      return () => query.removeEventListener("change", onChange);
    },
    () => matchMedia(motionQuery).matches,
    () => true,
  );
}
