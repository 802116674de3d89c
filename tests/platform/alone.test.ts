import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import { runAlone } from "#workers/alone.ts";
import { scratchFolder } from "#tests/builders/scratch-folder.ts";

const folder = scratchFolder("alone");

function program(source: string): string {
  const path = join(folder, `${Math.abs(source.length)}.mjs`);
  writeFileSync(path, source);
  return path;
}

test.each([
  ["ends by itself", "process.exit(process.argv[2] === 'x' ? 0 : 1);", "done"],
  ["goes on for ever", "for (;;) {}", "tooCostly"],
  [
    "takes more and more memory",
    "const all = []; for (;;) all.push(new Array(10_000).fill({}));",
    "tooCostly",
  ],
])("a program of its own that %s is ended without harm to this one", async (_, source, end) => {
  const longest = source === "for (;;) {}" ? 3000 : 120_000;
  expect(await runAlone(program(source), ["x"], { megabytes: 64, longest })).toBe(end);
});

test("a program that fails is no refusal: it is tried again", async () => {
  await expect(runAlone(program("process.exit(3);"), [], { megabytes: 64 })).rejects.toThrow("3");
});
