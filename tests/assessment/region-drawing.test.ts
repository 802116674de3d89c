import fc from "fast-check";
import { expect, test } from "vitest";

import {
  boundsOf,
  cornersIn,
  drawnPlace,
  handlesOf,
  middleAfter,
  movedPlace,
  type Place,
  placeIn,
  type Point,
  reshapedPlace,
  withCorner,
} from "#app/assessment/editor/region-drawing.ts";
import { placeFields } from "#app/assessment/editor/region-form.ts";

const percent = fc.integer({ min: 0, max: 1000 }).map((value) => value / 10);
const point = fc.tuple(percent, percent);
const aspect = fc.constantFrom(0.5, 1, 1.5, 2);
const step: fc.Arbitrary<Point> = fc
  .tuple(percent, percent, fc.boolean(), fc.boolean())
  .map(([x, y, isLeft, isUp]) => [isLeft ? -x : x, isUp ? -y : y]);
const drawn = fc
  .record({ shape: fc.constantFrom("rect", "circle", "polygon"), from: point, to: point, ratio: aspect })
  .map(({ shape, from, to, ratio }) => ({ place: drawnPlace(shape, from, to, ratio), ratio }));

function expectInside(place: Place, ratio: number) {
  const [left, top, right, bottom] = boundsOf(place, ratio);
  expect(Math.min(left, top)).toBeGreaterThanOrEqual(-0.11);
  expect(Math.max(right, bottom)).toBeLessThanOrEqual(100.11);
}

test("a place that is drawn, moved and changed stays in the picture, and its fields say where it is", () => {
  fc.assert(
    fc.property(drawn, step, fc.nat(3), ({ place, ratio }, by, handle) => {
      fc.pre(place !== null);
      const moved = movedPlace(place as Place, by, ratio);
      const changed = reshapedPlace(moved, handle % handlesOf(moved).length, by, ratio);
      for (const one of [place as Place, moved, changed]) {
        expectInside(one, ratio);
        expect(placeIn(placeFields("r1", one), "r1")).toEqual(one);
      }
    }),
  );
});

test("a place keeps its size when it is moved, and the opposite corner when it is changed", () => {
  const place: Place = { shape: "rect", at: [10, 20, 30, 40] };
  expect(movedPlace(place, [5, -50], 1)).toEqual({ shape: "rect", at: [15, 0, 30, 40] });
  expect(reshapedPlace(place, 0, [5, 5], 1)).toEqual({ shape: "rect", at: [15, 25, 25, 35] });
  expect(reshapedPlace(place, 1, [100, 5], 1)).toEqual({ shape: "rect", at: [10, 20, 90, 45] });
});

test("a circle is as wide as it is high on a picture of any format", () => {
  expect(drawnPlace("circle", [20, 20], [60, 60], 2)).toEqual({ shape: "circle", at: [40, 40, 10] });
});

test("a press without a pull draws nothing, and fields half written are no place", () => {
  expect(drawnPlace("rect", [50, 50], [50.4, 80], 1)).toBeNull();
  expect(placeIn({ "region.r1.shape": "rect", "region.r1.left": "10" }, "r1")).toBeNull();
  expect(placeIn({ "region.r1.shape": "polygon", "region.r1.corners": "1 1\n2 2" }, "r1")).toBeNull();
});

test("a polygon gets a corner anywhere in the picture, and in the middle of each side, also of the last", () => {
  const corners: Point[] = [
    [10, 10],
    [50, 10],
    [50, 41],
  ];
  expect(withCorner(corners, 3, [-4, 40.26])).toEqual([...corners, [0, 40.3]]);
  expect(withCorner(corners, 1, middleAfter(corners, 0))).toEqual([[10, 10], [30, 10], ...corners.slice(1)]);
  expect(middleAfter(corners, 2)).toEqual([30, 25.5]);
});

test("corners show while there are too few for a place, and what is no corner yet does not", () => {
  const fields = { "region.r1.shape": "polygon", "region.r1.corners": "10 20\n30,5 40\n50\nx 1" };
  expect(placeIn(fields, "r1")).toBeNull();
  expect(cornersIn(fields, "r1")).toEqual([
    [10, 20],
    [30.5, 40],
  ]);
  expect(cornersIn({}, "r1")).toEqual([]);
});
