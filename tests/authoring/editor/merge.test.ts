import fc from "fast-check";
import { expect, test } from "vitest";

import { compared } from "#app/authoring/editor/comparison.ts";
import { merged } from "#app/authoring/editor/merge.ts";

const base = "# A\n\none\n\ntwo\n\nthree\n";

test("what each of two trainers has changed is in the merged text", () => {
  const mine = base.replace("one", "ONE");
  const theirs = base.replace("three", "three\n\nfour");
  expect(merged(base, mine, theirs)).toBe("# A\n\nONE\n\ntwo\n\nthree\n\nfour\n");
});

test("where both have changed the same, both texts stand there, mine first", () => {
  expect(merged(base, base.replace("two", "mine"), base.replace("two", "theirs"))).toBe(
    "# A\n\none\n\nmine\ntheirs\n\nthree\n",
  );
});

test("what only one has changed wins, and no line of either is lost", () => {
  const text = fc
    .array(fc.constantFrom("a", "b", "c", "d", ""), { maxLength: 8 })
    .map((lines) => lines.join("\n"));
  fc.assert(
    fc.property(text, text, text, (from, one, other) => {
      expect(merged(from, one, from)).toBe(one);
      expect(merged(from, from, other)).toBe(other);
      expect(merged(from, one, one)).toBe(one);
      const lines = merged(from, one, other).split("\n");
      const added = [...one.split("\n"), ...other.split("\n")].filter(
        (line) => !from.split("\n").includes(line),
      );
      for (const line of added) expect(lines).toContain(line);
    }),
  );
});

test("two texts are compared where they differ, with a line around", () => {
  const same = "1\n2\n3\n4\n5\n";
  expect(compared(`${same}mine\n${same}`, `${same}theirs\n${same}`)).toEqual([
    { same: "1\n…\n5" },
    { mine: "mine\n", theirs: "theirs\n" },
    { same: "1\n…\n5" },
  ]);
  expect(compared("a\n", "a\n")).toEqual([{ same: "a" }]);
});
