import { expect, test } from "vitest";

import { instantOfLocal, localOfInstant } from "#app/platform/zoned-time.ts";

test.each([
  ["2026-01-15T09:00", "2026-01-15T08:00:00.000Z"],
  ["2026-07-15T09:00", "2026-07-15T07:00:00.000Z"],
  ["2026-03-29T01:59", "2026-03-29T00:59:00.000Z"],
  ["2026-03-29T03:00", "2026-03-29T01:00:00.000Z"],
  ["2026-10-25T04:00", "2026-10-25T03:00:00.000Z"],
])("%s on the site's clocks is %s, and back", (local, instant) => {
  expect(instantOfLocal(local)?.toISOString()).toBe(instant);
  expect(localOfInstant(new Date(instant))).toBe(local);
});

test.each(["", "tomorrow", "2026-13-40T99:00", "2026-01-15"])("%o is no time", (local) => {
  expect(instantOfLocal(local)).toBeNull();
});
