import type { KeyboardEvent, PointerEvent } from "react";

import { useT } from "#app/platform/i18n.tsx";

import { boundsOf, handlesOf, leastCorners, middleAfter, type Place, type Point } from "./region-drawing.ts";
import { At, NumberTag, Outline } from "./region-shapes.tsx";
import { gripName, type RegionDrawing } from "./use-region-drawing.ts";
import type { RegionGestures } from "./use-region-gestures.ts";

type PlacedRegionProps = { id: string; place: Place; drawing: RegionDrawing; gestures: RegionGestures };

/** A place on the picture with what it is moved and changed by. */
export function PlacedRegion(props: PlacedRegionProps) {
  const { id, place, drawing } = props;
  const { ids, isReady, drawn, isOpen, chosen } = drawing;
  // While a polygon is drawn, other places let presses through to the picture.
  const isBehind = drawn !== undefined && drawn !== id && isOpen(drawn) && drawing.placeOf(drawn) !== null;
  const grip = useGrip(props);
  if (isOpen(id)) {
    return (
      <g>
        <g className="pointer-events-none">
          <Outline place={place} isOpen />
        </g>
        <Handles {...props} />
      </g>
    );
  }
  return (
    <g className={isBehind ? "pointer-events-none" : undefined}>
      <g className="cursor-move touch-none" {...(isReady && grip(null))}>
        <Outline place={place} />
        <NumberTag place={place} n={ids.indexOf(id) + 1} />
      </g>
      {isReady && place.shape === "polygon" && chosen?.id === id && <Sides {...props} corners={place.at} />}
      {isReady && <Handles {...props} />}
    </g>
  );
}

function Handles(props: PlacedRegionProps) {
  const { id, place, drawing } = props;
  const grip = useGrip(props);
  const closes = drawing.isOpen(id) && handlesOf(place).length >= leastCorners;
  return handlesOf(place).map((point, handle) => (
    <At key={handle} point={point}>
      <circle
        r="12"
        className={`cursor-pointer touch-none stroke-accent ${closes && handle === 0 ? "fill-accent" : "fill-surface"}`}
        strokeWidth="3"
        {...grip(handle)}
      />
    </At>
  ));
}

/** Dots in the middle of the sides for pointers: with the keyboard, a key at a corner does the same. */
function Sides({ id, corners, gestures }: PlacedRegionProps & { corners: Point[] }) {
  return corners.map((_, handle) => (
    <At key={handle} point={middleAfter(corners, handle)}>
      <g
        aria-hidden
        data-side={handle + 1}
        className="cursor-copy touch-none"
        onPointerDown={(event: PointerEvent) => gestures.pressSide(event, { id, handle })}
      >
        <circle r="13" className="fill-transparent" />
        <circle r="6" className="fill-surface stroke-accent" strokeWidth="2" />
      </g>
    </At>
  ));
}

/** What makes an element a grip. A slider is what screen readers leave arrow keys to; its value says where it is. */
function useGrip({ id, place, drawing, gestures }: PlacedRegionProps) {
  const t = useT();
  const part = drawing.nameOf(id);
  return (handle: number | null) => ({
    ...(place.shape === "polygon" && handle !== null
      ? cornerWords(t, part, place.at, handle)
      : placeWords(t, handle === null ? part : t("bank.placeHandle", { part, n: handle + 1 }), place)),
    role: "slider",
    tabIndex: 0,
    "aria-valuemin": 0,
    "aria-valuemax": 100,
    "data-grip": gripName({ id, handle }),
    onFocus: () => drawing.setChosen({ id, handle }),
    onPointerDown: (event: PointerEvent) => gestures.pressGrip(event, { id, handle }),
    onKeyDown: (event: KeyboardEvent) => gestures.pressKey(event, { id, handle }),
  });
}

function placeWords(t: ReturnType<typeof useT>, label: string, place: Place) {
  const [left, top, right, bottom] = boundsOf(place, 1).map(Math.round) as [number, number, number, number];
  return {
    "aria-label": label,
    "aria-valuenow": left,
    "aria-valuetext": t("bank.placeAt", { left, top, width: right - left, height: bottom - top }),
  };
}

/** What a corner is called, and where it is. */
export function cornerWords(t: ReturnType<typeof useT>, part: string, corners: Point[], handle: number) {
  const [left, top] = (corners[handle] as Point).map(Math.round) as Point;
  return {
    "aria-label": t("bank.cornerN", { part, n: handle + 1, count: corners.length }),
    "aria-valuenow": left,
    "aria-valuetext": t("bank.cornerAt", { left, top }),
  };
}
