import type { Region } from "#app/library/question-format.ts";

import type { FormFields } from "./form-fields.ts";

/**
 * Places drawn in a picture: how they are moved and changed. Everything is in percent of the picture, a radius in percent
 * of its width; `aspect` is its width divided by its height. A place always stays inside the picture.
 */

type WithoutMarks<One> = One extends Region ? Omit<One, "id" | "right"> : never;
export type Place = WithoutMarks<Region>;
export type Point = [x: number, y: number];

const smallest = 1;
export const leastCorners = 3;

/** The place that the fields of a form describe; null while its numbers are not all there. */
export function placeIn(fields: FormFields, id: string): Place | null {
  const n = (part: string) => numberOf(fields[`region.${id}.${part}`]);
  switch (fields[`region.${id}.shape`]) {
    case "circle": {
      const at: [number, number, number] = [n("x"), n("y"), n("radius")];
      return at.every(Number.isFinite) && at[2] > 0 ? { shape: "circle", at } : null;
    }
    case "polygon": {
      const at = writtenCorners(fields, id);
      return at.length >= leastCorners && at.every(isWhole) ? { shape: "polygon", at } : null;
    }
    default: {
      const at: [number, number, number, number] = [n("left"), n("top"), n("width"), n("height")];
      return at.every(Number.isFinite) && at[2] > 0 && at[3] > 0 ? { shape: "rect", at } : null;
    }
  }
}

/** The corners of a polygon that are there so far, also while there are too few for a place. */
export function cornersIn(fields: FormFields, id: string): Point[] {
  return writtenCorners(fields, id).filter(isWhole);
}

function writtenCorners(fields: FormFields, id: string): Point[] {
  const lines = (fields[`region.${id}.corners`] ?? "").split(/[\r\n;]+/).map((line) => line.trim());
  return lines.filter((line) => line !== "").map((line) => line.split(/\s+/).map(numberOf) as Point);
}

function isWhole(corner: number[]): boolean {
  return corner.length === 2 && corner.every(Number.isFinite);
}

function numberOf(written: string | undefined): number {
  const text = (written ?? "").trim().replace(",", ".");
  return text === "" ? NaN : Number(text);
}

/** The place moved by so much, or as far as the edge of the picture. */
export function movedPlace(place: Place, [dx, dy]: Point, aspect: number): Place {
  const [left, top, right, bottom] = boundsOf(place, aspect);
  const [x, y] = [within(dx, -left, 100 - right), within(dy, -top, 100 - bottom)];
  switch (place.shape) {
    case "rect": {
      const [l, t, width, height] = place.at;
      return { shape: "rect", at: [tenth(l + x), tenth(t + y), width, height] };
    }
    case "circle": {
      const [cx, cy, radius] = place.at;
      return { shape: "circle", at: [tenth(cx + x), tenth(cy + y), radius] };
    }
    case "polygon":
      return { shape: "polygon", at: place.at.map(([cx, cy]) => [tenth(cx + x), tenth(cy + y)]) };
  }
}

/** Where the place can be taken hold of: two corners of a rectangle, the edge of a circle, every corner of a polygon. */
export function handlesOf(place: Place): Point[] {
  switch (place.shape) {
    case "rect": {
      const [left, top, width, height] = place.at;
      return [
        [left, top],
        [left + width, top + height],
      ];
    }
    case "circle": {
      const [x, y, radius] = place.at;
      return [[x + radius, y]];
    }
    case "polygon":
      return place.at;
  }
}

/** The place after one of its handles was moved by so much. */
export function reshapedPlace(place: Place, handle: number, [dx, dy]: Point, aspect: number): Place {
  switch (place.shape) {
    case "rect": {
      const [left, top, width, height] = place.at;
      const [right, bottom] = [left + width, top + height];
      if (handle === 1) {
        const size = [within(width + dx, smallest, 100 - left), within(height + dy, smallest, 100 - top)];
        return { shape: "rect", at: [left, top, tenth(size[0] ?? 0), tenth(size[1] ?? 0)] };
      }
      const [l, t] = [
        tenth(within(left + dx, 0, right - smallest)),
        tenth(within(top + dy, 0, bottom - smallest)),
      ];
      return { shape: "rect", at: [l, t, tenth(right - l), tenth(bottom - t)] };
    }
    case "circle": {
      const [x, y, radius] = place.at;
      const room = Math.min(x, 100 - x, y / aspect, (100 - y) / aspect);
      return { shape: "circle", at: [x, y, tenth(within(radius + dx, Math.min(smallest / 2, room), room))] };
    }
    case "polygon":
      return {
        shape: "polygon",
        at: place.at.map(([x, y], index) =>
          index === handle ? [tenth(within(x + dx, 0, 100)), tenth(within(y + dy, 0, 100))] : [x, y],
        ),
      };
  }
}

/** A place of this shape drawn from one corner to the opposite one; null when it is too small to be meant. */
export function drawnPlace(shape: Place["shape"], from: Point, to: Point, aspect: number): Place | null {
  const [left, right] = [from[0], to[0]].map((x) => within(x, 0, 100)).sort((a, b) => a - b) as Point;
  const [top, bottom] = [from[1], to[1]].map((y) => within(y, 0, 100)).sort((a, b) => a - b) as Point;
  const [width, height] = [right - left, bottom - top];
  if (width < smallest || height < smallest) return null;
  switch (shape) {
    case "rect":
      return { shape, at: [tenth(left), tenth(top), tenth(width), tenth(height)] };
    case "circle": {
      const radius = Math.min(width, height / aspect) / 2;
      return { shape, at: [tenth(left + width / 2), tenth(top + height / 2), tenth(radius)] };
    }
    case "polygon": {
      const corners: Point[] = [
        [left, top],
        [right, top],
        [right, bottom],
        [left, bottom],
      ];
      return { shape, at: corners.map(([x, y]) => [tenth(x), tenth(y)]) };
    }
  }
}

/** The corners with one more before the one at `index`. */
export function withCorner(corners: Point[], index: number, [x, y]: Point): Point[] {
  return [
    ...corners.slice(0, index),
    [tenth(within(x, 0, 100)), tenth(within(y, 0, 100))],
    ...corners.slice(index),
  ];
}

/** The middle of the side that begins at a corner. */
export function middleAfter(corners: Point[], index: number): Point {
  const [from, to] = [corners[index], corners[(index + 1) % corners.length]] as [Point, Point];
  return [tenth((from[0] + to[0]) / 2), tenth((from[1] + to[1]) / 2)];
}

/** Left, top, right and bottom. */
export function boundsOf(place: Place, aspect: number): [number, number, number, number] {
  switch (place.shape) {
    case "rect": {
      const [left, top, width, height] = place.at;
      return [left, top, left + width, top + height];
    }
    case "circle": {
      const [x, y, radius] = place.at;
      return [x - radius, y - radius * aspect, x + radius, y + radius * aspect];
    }
    case "polygon": {
      const [xs, ys] = [place.at.map(([x]) => x), place.at.map(([, y]) => y)];
      return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
    }
  }
}

function within(value: number, least: number, most: number): number {
  return Math.max(Math.min(value, most), least);
}

/** Finer than a tenth of a percent nobody draws. */
function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
