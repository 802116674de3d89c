import { type ComponentType, useEffect, useId, useState } from "react";

import type { Scene } from "#app/library/lesson-pages.ts";
import { Prose } from "#app/ui/prose.tsx";

type Player = ComponentType<{ scenes: Scene[] }>;

/**
 * An animation of a lesson. It is a list of pictures with captions; where there is script, a player that shows one at a
 * time takes its place. The player is fetched only by pages that have an animation.
 */
export function Scenes({ title, scenes, isPrint }: { title: string; scenes: Scene[]; isPrint: boolean }) {
  const titleId = useId();
  const Player = usePlayer(isPrint);
  return (
    <section aria-labelledby={titleId} className="scenes card stack">
      <p id={titleId} className="font-semibold">
        {title}
      </p>
      {Player && <Player scenes={scenes} />}
      <ol className={isPrint ? "" : Player ? "print-only" : "scenes-waiting"}>
        {scenes.map(({ src, alt, size, html }) => (
          <li key={src}>
            <img src={src} alt={alt} {...size} loading={isPrint ? "eager" : "lazy"} />
            <Prose html={html} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function usePlayer(isPrint: boolean): Player | null {
  const [player, setPlayer] = useState<Player | null>(null);
  useEffect(() => {
    if (isPrint) return;
    // Should it not arrive, the list stays.
    import("./scene-player.tsx").then(
      ({ ScenePlayer }) => setPlayer(() => ScenePlayer),
      () => undefined,
    );
  }, [isPrint]);
  return player;
}
