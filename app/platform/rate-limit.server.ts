import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";

import { db } from "./db.server.ts";

/** A limit that all processes share. `points` uses in `windowMs`; counted in the database. */
export function rateLimit(name: string, points: number, windowMs: number) {
  const limiter = new RateLimiterPrisma({
    storeClient: db,
    keyPrefix: name,
    points,
    duration: windowMs / 1000,
    clearExpiredByTimeout: false,
  });
  return {
    /** Counts one use; `false` when there were too many. */
    async consume(key: string): Promise<boolean> {
      return limiter.consume(key).then(
        () => true,
        (reason: unknown) => {
          if (reason instanceof RateLimiterRes) return false;
          throw reason;
        },
      );
    },
    async reset(key: string): Promise<void> {
      await limiter.delete(key);
    },
  };
}
