import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import { messagesFile } from "#app/platform/messages.server.ts";

const app = join(import.meta.dirname, "../../app");

/** Keys named in the files of a folder that reach a learner's browser. */
function keysIn(folder: string): string[] {
  return readdirSync(join(app, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /(?<!\.server)\.tsx?$/.test(name) && !name.endsWith("course-nav.tsx"))
    .flatMap((name) => [
      ...readFileSync(join(app, folder, name), "utf8").matchAll(/"([a-z]+\.[a-zA-Z]\w+)"/g),
    ])
    .map((match) => String(match[1]));
}

test.each(["en", "sr-Cyrl", "sr-Latn"])("pages of courses find every text they name in %s", (language) => {
  const all = JSON.parse(messagesFile(`${language}/staff`)?.json ?? "{}") as Record<string, unknown>;
  const loaded = JSON.parse(messagesFile(`${language}/learn`)?.json ?? "{}") as Record<string, unknown>;
  const folders = ["routes/learn", "learning", "assessment", "library", "surveys", "certification", "ui"];
  const named = folders.flatMap(keysIn).filter((key) => key in all);
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter((key) => !(key in loaded))).toEqual([]);
});

test("the texts of trainers and administrators stay out of the learners' bundles", () => {
  const names = Object.keys(JSON.parse(messagesFile("en/public")?.json ?? "{}") as object);
  expect(names.filter((key) => /^(teach|admin|mail)\./.test(key))).toEqual([]);
});
