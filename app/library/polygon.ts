type Corner = readonly [x: number, y: number];

/** By the shoelace formula (Meister 1769, Gauss); of parts that are gone round in opposite ways, the difference. */
export function areaOf(corners: readonly Corner[]): number {
  const twice = corners.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = after(corners, index);
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(twice) / 2;
}

/**
 * Whether a side goes through another, so that programs differ in what they take for the inside. Sides that only touch do
 * not: other programs write the first corner again at the end.
 */
export function crossesItself(corners: readonly Corner[]): boolean {
  return corners.some((from, index) => {
    const to = after(corners, index);
    return corners.some((corner, other) => {
      const next = after(corners, other);
      return isCrossed(from, to, corner, next) || isPassed(from, to, corner, next, after(corners, other + 1));
    });
  });
}

function after(corners: readonly Corner[], index: number): Corner {
  return corners[(index + 1) % corners.length] as Corner;
}

/** The ends of each lie on different sides of the other. */
function isCrossed(a: Corner, b: Corner, c: Corner, d: Corner): boolean {
  return sideOf(a, b, c) * sideOf(a, b, d) < 0 && sideOf(c, d, a) * sideOf(c, d, b) < 0;
}

/** A corner lies between the ends of the side, and its neighbours on different sides of it. */
function isPassed(a: Corner, b: Corner, before: Corner, corner: Corner, next: Corner): boolean {
  const isBetween = (corner[0] - a[0]) * (corner[0] - b[0]) + (corner[1] - a[1]) * (corner[1] - b[1]) < 0;
  return isBetween && sideOf(a, b, corner) === 0 && sideOf(a, b, before) * sideOf(a, b, next) < 0;
}

/** 0 on the line from a to b; corners are in percent, so what is less than this is noise of binary fractions. */
function sideOf(a: Corner, b: Corner, c: Corner): number {
  const turn = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
  return Math.abs(turn) < 1e-9 ? 0 : Math.sign(turn);
}
