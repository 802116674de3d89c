import { expect, test } from "vitest";

import { remembered } from "#app/library/remembered.ts";

test("what was asked for lately is kept up to the limit, a failure is not", async () => {
  const memory = new Map<string, Promise<string>>();
  const loaded: string[] = [];
  const ask = (key: string) =>
    remembered(
      memory,
      key,
      async () => {
        loaded.push(key);
        if (key === "bad") throw new Error("bad");
        return key;
      },
      2,
    );
  for (const key of ["a", "b", "a", "c", "a", "b"]) expect(await ask(key)).toBe(key);
  expect(loaded.join("")).toBe("abcb");
  for (let turn = 0; turn < 2; turn += 1) await expect(ask("bad")).rejects.toThrow("bad");
  expect(loaded.slice(4)).toEqual(["bad", "bad"]);
});
