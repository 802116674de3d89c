import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import { courseFolder, courseSlug } from "#tests/builders/course.ts";
import { scratchFolder } from "#tests/builders/scratch-folder.ts";

const workshop = scratchFolder("scripts");

/** The shipped course with one English lesson changed since it was translated. */
const folder = join(workshop, courseSlug);
cpSync(courseFolder, folder, { recursive: true });
change("lessons/devices/en.md", "That is good news", "That is very good news");

function change(file: string, from: string, to: string) {
  const before = readFileSync(join(folder, file), "utf8");
  expect(before).toContain(from);
  writeFileSync(join(folder, file), before.replace(from, to));
}

function run(script: string, ...options: string[]) {
  const root = join(import.meta.dirname, "../..");
  const argv = ["--import", "tsx", `scripts/${script}.ts`, ...options];
  const { status, stdout } = spawnSync(process.execPath, argv, { cwd: root, encoding: "utf8" });
  return { status, lines: stdout.trimEnd().split("\n") };
}

test("warnings do not fail, and are told in full with --report; noting a translation takes its warning away", () => {
  const short = run("courses-check", folder);
  expect(short.status).toBe(0);
  expect(short.lines).toHaveLength(2);
  expect(short.lines[0]).toContain("4 of translations");
  expect(short.lines[1]).toBe("1 course is in order.");

  expect(run("courses-translated", join(folder, "lessons/devices/sq.md")).status).toBe(0);
  const { status, lines } = run("courses-check", "--report", folder);
  expect(status).toBe(0);
  const behind = lines.filter((line) => line.includes("has changed since the one in"));
  expect(behind.map((line) => /devices\/([\w-]+)\.md/.exec(line)?.[1])).toEqual(["mk", "sr-Cyrl", "bs"]);
  expect(lines.at(-1)).toBe("1 course is in order.");
});

test("--json is one document with the measures of every lesson", () => {
  const { status, lines } = run("courses-check", "--json", folder);
  expect(status).toBe(0);
  const { courses } = JSON.parse(lines.join("\n")) as { courses: { id: string; lessons: unknown[] }[] };
  expect(courses.map(({ id, lessons }) => [id, lessons.length])).toEqual([[courseSlug, 36]]);
});

test("what is no translation cannot be noted", () => {
  const { status, lines } = run("courses-translated", join(folder, "lessons/devices/en.md"));
  expect(status).toBe(1);
  expect(lines[0]).toContain("This is no translated file of a course.");
  expect(run("courses-translated").status).toBe(1);
});
