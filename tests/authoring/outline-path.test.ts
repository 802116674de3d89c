import { expect, test } from "vitest";

import { pathOf } from "#app/authoring/outline-path.ts";

const step = (id: string, after: string[] = [], required = true) => ({ id, after, required });

test("steps stand in the order in which they open, the certificate after all that is required", () => {
  const stages = pathOf([
    step("lesson"),
    step("extra", [], false),
    step("quiz", ["lesson"]),
    step("survey", ["certificate"], false),
  ]);
  expect(stages.map((stage) => stage.map(({ id }) => id))).toEqual([
    ["lesson", "extra"],
    ["quiz"],
    ["certificate"],
    ["survey"],
  ]);
});

test("a circle does not keep the picture from being drawn", () => {
  expect(pathOf([step("a", ["b"]), step("b", ["a"])]).flat()).toHaveLength(3);
});
