import { expect, test } from "vitest";

import { pathPicture } from "#app/authoring/outline-path.ts";

const step = (id: string, after: string[] = [], more: { required?: boolean; hidden?: boolean } = {}) => ({
  id,
  after,
  required: true,
  ...more,
});
const optional = { required: false };

test("the certificate stands behind what it needs, and what waits for it is drawn", () => {
  const { rows, waits } = pathPicture([
    step("lesson"),
    step("extra", [], optional),
    step("quiz", ["lesson"]),
    step("survey", ["certificate"], optional),
  ]);
  expect(rows.map(({ id }) => id)).toEqual(["lesson", "extra", "quiz", "certificate", "survey"]);
  expect(waits.map(({ row, sources }) => [row, sources]).sort()).toEqual([
    [2, [0]],
    [3, [0, 2]],
    [4, [3]],
  ]);
});

test("no two lines lie on one another", () => {
  const names = ["a", "b", "c", "d", "e", "f"];
  const { waits } = pathPicture(names.map((id, index) => step(id, names.slice(0, index))));
  for (const one of waits) {
    const rows = [one.row, ...one.sources];
    const others = waits.filter((other) => other !== one && other.lane === one.lane);
    const touched = others.flatMap(({ row, sources }) => [row, ...sources]);
    expect(touched.some((row) => row >= Math.min(...rows) && row <= Math.max(...rows))).toBe(false);
  }
});

test("what is in a circle, and all that waits for it, is never reached; what is hidden is not drawn", () => {
  const { rows } = pathPicture([
    step("a", ["b"]),
    step("b", ["a"]),
    step("free", [], optional),
    step("later", ["b"], optional),
    step("hidden", [], { hidden: true }),
    step("alone", ["hidden"], optional),
  ]);
  expect(rows.filter(({ isUnreachable }) => isUnreachable).map(({ id }) => id)).toEqual([
    "a",
    "b",
    "certificate",
    "later",
    "alone",
  ]);
  expect(rows.map(({ id }) => id)).not.toContain("hidden");
});
