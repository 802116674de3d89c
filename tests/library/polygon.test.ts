import fc from "fast-check";
import { expect, test } from "vitest";

import { areaOf, crossesItself } from "#app/library/polygon.ts";

type Corner = [number, number];

const square: Corner[] = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
];

test.each<[string, Corner[], boolean]>([
  ["a square", square, false],
  ["a square written back to its first corner", [...square, [0, 0]], false],
  [
    "an arrow head",
    [
      [0, 0],
      [10, 5],
      [0, 10],
      [4, 5],
    ],
    false,
  ],
  [
    "a corner that touches a side",
    [
      [0, 0],
      [10, 0],
      [10, 10],
      [5, 0],
      [0, 10],
    ],
    false,
  ],
  [
    "two squares that share one corner",
    [
      [0, 0],
      [5, 0],
      [5, 5],
      [9, 5],
      [9, 9],
      [5, 9],
      [5, 5],
      [0, 5],
    ],
    false,
  ],
  [
    "corners on one line",
    [
      [1, 1],
      [2, 2],
      [3, 3],
    ],
    false,
  ],
  [
    "a bow tie",
    [
      [0, 0],
      [10, 10],
      [10, 0],
      [0, 10],
    ],
    true,
  ],
  [
    "a star in one line",
    [
      [50, 0],
      [80, 90],
      [0, 35],
      [100, 35],
      [20, 90],
    ],
    true,
  ],
  [
    "a corner that goes through a side",
    [
      [0, 0],
      [10, 0],
      [8, 5],
      [5, 0],
      [2, -5],
    ],
    true,
  ],
])("of %s it is known whether it crosses itself", (_name, corners, isCrossing) => {
  expect(crossesItself(corners)).toBe(isCrossing);
  expect(crossesItself(corners.toReversed())).toBe(isCrossing);
});

test("corners in the order of their angle around a point cross nowhere, whichever comes first", () => {
  const star = fc.array(fc.double({ min: 1, max: 50, noNaN: true }), { minLength: 3, maxLength: 12 });
  fc.assert(
    fc.property(star, fc.nat(11), (radii, first) => {
      const around = radii.map((radius, index): Corner => {
        const angle = (2 * Math.PI * index) / radii.length;
        return [50 + radius * Math.cos(angle), 50 + radius * Math.sin(angle)];
      });
      const turned = [...around.slice(first), ...around.slice(0, first)];
      expect(crossesItself(turned)).toBe(false);
      expect(areaOf(turned)).toBeGreaterThan(0);
    }),
  );
});
