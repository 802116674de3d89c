import { type KeyboardEvent, type PointerEvent, type RefObject, useRef } from "react";

import {
  drawnPlace,
  leastCorners,
  movedPlace,
  type Place,
  type Point,
  reshapedPlace,
} from "./region-drawing.ts";
import type { Grip, RegionDrawing } from "./use-region-drawing.ts";

/** What is being pulled: a grip, or without a place before it the far corner of a place that is being drawn. */
type Pull = Grip & { from: Point; before: Place | null };

export type RegionGestures = ReturnType<typeof useRegionGestures>;

const arrows: Record<string, Point> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const withShift = 10;

/** What pointer and keys do on the picture. */
export function useRegionGestures(drawing: RegionDrawing, svg: RefObject<SVGSVGElement>) {
  const pull = useRef<Pull | null>(null);
  const { drawn, shapeOf, cornersOf, placeOf } = drawing;

  const pointOf = ({ clientX, clientY }: PointerEvent): Point => {
    const { left = 0, top = 0, width = 1, height = 1 } = svg.current?.getBoundingClientRect() ?? {};
    return [((clientX - left) / width) * 100, ((clientY - top) / height) * 100];
  };
  const changed = (place: Place, handle: number | null, by: Point) =>
    handle === null
      ? movedPlace(place, by, drawing.aspect())
      : reshapedPlace(place, handle, by, drawing.aspect());
  const take = (event: PointerEvent, grip: Grip, before: Place | null) => {
    event.preventDefault();
    event.stopPropagation();
    svg.current?.setPointerCapture(event.pointerId);
    pull.current = { ...grip, from: pointOf(event), before };
  };

  return {
    pressPicture(event: PointerEvent) {
      if (event.button !== 0 || drawn === undefined) return;
      if (shapeOf(drawn) !== "polygon") return take(event, { id: drawn, handle: null }, null);
      const handle = cornersOf(drawn).length;
      take(event, { id: drawn, handle }, drawing.addCorner(drawn, handle, pointOf(event)));
    },
    pressSide(event: PointerEvent, { id, handle }: Grip & { handle: number }) {
      if (event.button !== 0) return;
      take(event, { id, handle: handle + 1 }, drawing.addCornerAfter(id, handle));
    },
    pressGrip(event: PointerEvent, grip: Grip) {
      if (event.button !== 0) return;
      take(event, grip, placeOf(grip.id));
      if (event.currentTarget instanceof SVGElement) event.currentTarget.focus();
      if (grip.handle === 0 && cornersOf(grip.id).length >= leastCorners) drawing.close(grip.id);
    },
    move(event: PointerEvent) {
      if (!pull.current) return;
      const { id, handle, from, before } = pull.current;
      const to = pointOf(event);
      const place = before
        ? changed(before, handle, [to[0] - from[0], to[1] - from[1]])
        : drawnPlace(shapeOf(id), from, to, drawing.aspect());
      if (place) drawing.write(id, place);
    },
    release() {
      pull.current = null;
    },
    pressKey(event: KeyboardEvent, { id, handle }: Grip) {
      const place = placeOf(id);
      const arrow = arrows[event.key];
      if (place && arrow) {
        const step = event.shiftKey ? withShift : 1;
        drawing.put(id, changed(place, handle, [arrow[0] * step, arrow[1] * step]));
      } else if (!(
        place?.shape === "polygon" &&
        handle !== null &&
        pressCornerKey(drawing, event.key, id, handle)
      )) {
        return;
      }
      event.preventDefault();
    },
  };
}

/** False where the key means nothing to a corner. */
function pressCornerKey(drawing: RegionDrawing, key: string, id: string, handle: number): boolean {
  switch (key) {
    case "Insert":
    case "+":
      drawing.addCornerAfter(id, handle);
      return true;
    case "Delete":
    case "Backspace":
      drawing.removeCorner(id, handle);
      return true;
    case "Enter":
      drawing.close(id);
      return true;
    default:
      return false;
  }
}
