import { type Blueprint, conditionsOf, type DrawCandidate, type DrawCondition } from "./draw-conditions.ts";
import { coverWithin } from "./draw-cover.ts";
import { randomFrom, shuffled } from "./random.ts";

/** Random orders that are tried before a draw is searched for step by step. */
const randomTries = 50;

/** Draws of which a pre-test takes the first that leaves its post-test enough. */
const drawsBeforeAnother = 40;

type Wanted<Candidate> = { conditions: DrawCondition[]; taken: ReadonlySet<Candidate>; count: number };

/**
 * Draws questions under the blueprint: every critical one if asked for, at least so many for each condition, then any,
 * in random order. The same pool in the same order and the same seed draw the same. Questions for which `isAvoided`
 * holds are drawn only when they are critical or the others cannot give the blueprint. Throws an Error when the whole
 * pool cannot give it; `checkDraw` tells that before.
 */
export function drawQuestions<Candidate extends DrawCandidate>(
  pool: readonly Candidate[],
  blueprint: Blueprint,
  seed: number,
  isAvoided: (candidate: Candidate) => boolean = () => false,
): Candidate[] {
  const random = randomFrom(seed);
  const wanted = wantedOf(pool, blueprint);
  const fresh = pool.filter((candidate) => !isAvoided(candidate));
  const drawn =
    drawFrom(fresh, wanted, random) ??
    (fresh.length < pool.length
      ? drawFrom([...fresh, ...pool.filter((candidate) => isAvoided(candidate))], wanted, random, isAvoided)
      : null);
  if (drawn) return shuffled(drawn, random);
  throw new Error(`The pool of ${pool.length} questions cannot give ${blueprint.count} under the blueprint.`);
}

/**
 * Like `drawQuestions`, for a pre-test: of some draws the first from whose rest, with the critical questions that both
 * must ask, another draw under the same blueprint can be made. The same seed draws the same.
 */
export function drawBeforeAnother<Candidate extends DrawCandidate>(
  pool: readonly Candidate[],
  blueprint: Blueprint,
  seed: number,
): Candidate[] {
  const wanted = wantedOf(pool, blueprint);
  const random = randomFrom(seed);
  const leavesEnough = (drawn: Candidate[]) => {
    const left = pool.filter((candidate) => wanted.taken.has(candidate) || !drawn.includes(candidate));
    return drawFrom(left, wanted, random) !== null;
  };
  const first = drawQuestions(pool, blueprint, seed);
  let drawn = first;
  for (let draws = 1; draws < drawsBeforeAnother; draws += 1) {
    if (leavesEnough(drawn)) return drawn;
    drawn = drawQuestions(pool, blueprint, Math.floor(random() * 2 ** 31));
  }
  return first;
}

function wantedOf<Candidate extends DrawCandidate>(
  pool: readonly Candidate[],
  blueprint: Blueprint,
): Wanted<Candidate> {
  return {
    conditions: conditionsOf(pool, blueprint),
    taken: new Set(blueprint.allCritical ? pool.filter(({ critical }) => critical) : []),
    count: blueprint.count,
  };
}

function drawFrom<Candidate extends DrawCandidate>(
  pool: readonly Candidate[],
  wanted: Wanted<Candidate>,
  random: () => number,
  isLast: (candidate: Candidate) => boolean = () => false,
): Candidate[] | null {
  const inOrder = () => {
    const order = shuffled(pool, random);
    return [...order.filter((candidate) => !isLast(candidate)), ...order.filter(isLast)];
  };
  // What is taken early narrows what is left, so a try may need too many; another order then fits.
  for (let tries = 0; tries < randomTries; tries += 1) {
    const drawn = tryToDraw(inOrder(), { ...wanted, conditions: shuffled(wanted.conditions, random) });
    if (drawn) return drawn;
  }
  const order = inOrder();
  const cover = coverWithin(order, wanted.conditions, wanted.taken, wanted.count - wanted.taken.size);
  return cover && filledUp(order, new Set([...wanted.taken, ...cover]), wanted.count);
}

function tryToDraw<Candidate extends DrawCandidate>(
  order: readonly Candidate[],
  { conditions, taken, count }: Wanted<Candidate>,
): Candidate[] | null {
  const drawn = new Set(taken);
  for (const { needed, fits } of conditions) {
    let missing = needed - [...drawn].filter(fits).length;
    for (const candidate of order) {
      if (missing <= 0) break;
      if (drawn.has(candidate) || !fits(candidate)) continue;
      drawn.add(candidate);
      missing -= 1;
    }
    if (missing > 0) return null;
  }
  return filledUp(order, drawn, count);
}

function filledUp<Candidate>(order: readonly Candidate[], drawn: Set<Candidate>, count: number) {
  for (const candidate of order) {
    if (drawn.size >= count) break;
    drawn.add(candidate);
  }
  return drawn.size === count ? [...drawn] : null;
}
