import fc from "fast-check";
import { expect, test } from "vitest";

import { toCsv } from "#app/reporting/report-table.ts";
import { hiddenGroups, median, netPromoterScore, proportion } from "#app/reporting/statistics.ts";

test.each([
  // R: binom::binom.confint(x, n, methods = "wilson")
  [80, 140, 0.4886, 0.6503],
  [0, 10, 0, 0.2775],
  [10, 10, 0.7225, 1],
])("Wilson's interval of %d of %d is %d to %d", (part, n, low, high) => {
  const interval = proportion(part, n);
  expect(interval?.low).toBeCloseTo(low, 3);
  expect(interval?.high).toBeCloseTo(high, 3);
});

test("no hidden group can be computed from the total and those shown", () => {
  const sizes = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(sizes, (list) => {
      const groups = new Map(list.map((size, index) => [String(index), size]));
      const hidden = hiddenGroups(groups, 5);
      for (const [group, size] of groups) if (size < 5) expect(hidden.has(group)).toBe(true);
      const remainder = [...hidden].reduce((sum, group) => sum + (groups.get(group) ?? 0), 0);
      const isAllHidden = hidden.size === groups.size;
      expect(remainder === 0 || remainder >= 5 || isAllHidden).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test("a Net Promoter Score needs ten answers", () => {
  expect(netPromoterScore(Array.from({ length: 9 }, () => 10))).toBeNull();
  expect(netPromoterScore([10, 10, 10, 10, 10, 9, 8, 7, 6, 0])).toBe(40);
});

test("the median of an even number of values lies between the middle two", () => {
  expect(median([90, 10, 50, 70])).toBe(60);
  expect(median([])).toBeNull();
});

test("a CSV cell cannot become a formula, and footnotes come along", () => {
  const csv = toCsv({
    id: "x",
    title: "X",
    columns: [{ key: "a", header: "A" }],
    rows: [{ a: "=HYPERLINK(1)" }, { a: 'say "no"' }],
    footnotes: ["* note"],
  });
  expect(csv).toBe('\uFEFF"A"\r\n"\'=HYPERLINK(1)"\r\n"say ""no"""\r\n"* note"\r\n');
});
