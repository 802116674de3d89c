import { randomInt } from "node:crypto";

/** Chance where nothing secret depends on it, as `clock` is for time: the demonstration always draws the same. */
export const chance = {
  /** A whole number from 0 to below `limit` (at most 2⁴⁸). */
  integer: (limit: number) => randomInt(limit),
};
