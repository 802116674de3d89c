import { useRef } from "react";

import { useT } from "#app/platform/i18n.tsx";

import { DrawingPanel } from "./drawing-panel.tsx";
import { PlacedRegion } from "./placed-region.tsx";
import { Grid } from "./region-shapes.tsx";
import { useRegionDrawing } from "./use-region-drawing.ts";
import { useRegionGestures } from "./use-region-gestures.ts";

/**
 * The picture with its places, numbered as in the list below, whose fields hold them. Once scripts run they are drawn,
 * moved and changed here, by pointer and by keys, and what is written in the fields shows at once. Without scripts there
 * is a grid of tenths to read places from.
 */
export function RegionsPicture({ url }: { url: string }) {
  const t = useT();
  const around = useRef<HTMLElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const drawing = useRegionDrawing(around, () => {
    const { width = 1, height = 1 } = svg.current?.getBoundingClientRect() ?? {};
    return width / height;
  });
  const gestures = useRegionGestures(drawing, svg);
  const { ids, isReady, drawn, placeOf } = drawing;
  return (
    <figure ref={around} className="grid gap-2">
      <div className="relative max-w-full self-start justify-self-start">
        <img
          src={url}
          alt={t("bank.regionsPicture")}
          draggable={false}
          className="block max-h-[32rem] max-w-full"
        />
        <svg
          ref={svg}
          aria-hidden={isReady ? undefined : true}
          className={`absolute inset-0 h-full w-full overflow-visible ${drawn ? "cursor-crosshair touch-none" : ""}`}
          onPointerDown={gestures.pressPicture}
          onPointerMove={gestures.move}
          onPointerUp={gestures.release}
          onPointerCancel={gestures.release}
        >
          {!isReady && <Grid />}
          {ids.map((id) => {
            const place = placeOf(id);
            return (
              place && <PlacedRegion key={id} id={id} place={place} drawing={drawing} gestures={gestures} />
            );
          })}
        </svg>
      </div>
      <DrawingPanel drawing={drawing} />
    </figure>
  );
}
