import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import { courseWarnings } from "#app/library/course-check.server.ts";
import { readCourseFolder } from "#app/library/course-folder.server.ts";
import { translatedFilesIn } from "#app/library/course-translated.server.ts";
import { readLessons } from "#app/library/folder-lessons.server.ts";
import { courseCopy } from "#tests/builders/course-copy.ts";
import { scratchFolder } from "#tests/builders/scratch-folder.ts";

const workshop = scratchFolder("read-again");

async function read(folder: string) {
  const { course, faults } = await readCourseFolder(folder);
  expect(faults).toEqual([]);
  if (!course) throw new Error("the course could not be read");
  const html = JSON.stringify(course.lessons.get("en")?.get("accounts"));
  return { course, html };
}

function change(folder: string, file: string, from: string | RegExp, to: string) {
  const path = join(folder, file);
  const before = readFileSync(path, "utf8");
  expect(before).toMatch(from);
  writeFileSync(path, before.replace(from, to));
}

test("a course that is read again says what has changed in a text, a picture and the meaning of a term", async () => {
  const folder = courseCopy(workshop, ["en"]);
  change(folder, "glossary.yaml", /^terms:\n/m, "terms:\n  - id: ring\n    en: ring\n    in: {}\n");
  change(folder, "text/en.yaml", /$/, "\nterms:\n  ring: What is closed.\n");
  change(folder, "lessons/accounts/en.md", /(::page\[[^\n]*\n\n)/, "$1A :term[ring]{#ring}.\n\n");
  const first = await read(folder);
  expect(first.html).toContain("What is closed.");
  expect((await read(folder)).html).toBe(first.html);

  change(folder, "text/en.yaml", "What is closed.", "What goes round.");
  const second = await read(folder);
  expect(second.html).toBe(first.html.replace("What is closed.", "What goes round."));

  change(folder, "media/account-rings.svg", "</svg>", "<!-- another --></svg>");
  const third = await read(folder);
  expect(third.html).not.toBe(second.html);
  expect(third.course.media.map(({ sha256 }) => sha256)).not.toEqual(
    second.course.media.map(({ sha256 }) => sha256),
  );

  change(folder, "lessons/accounts/en.md", "A :term[ring]", "One :term[ring]");
  expect((await read(folder)).html).toContain("One ");
});

/** How often others had their turn meanwhile. */
async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  let isOver = false;
  const takeTurn = () => {
    turns += 1;
    if (!isOver) setImmediate(takeTurn);
  };
  setImmediate(takeTurn);
  await work();
  isOver = true;
  return turns;
}

test("while a course is read and checked others have their turn after each lesson", async () => {
  const languages = ["en", "sq", "bs"] as const;
  const folder = courseCopy(workshop, languages);
  const { course } = await read(folder);
  const { outline } = course.structure.course;
  const lessons = outline.flatMap((step) => (step.kind === "lesson" ? [step.lesson] : []));
  const each = lessons.length * languages.length;
  const { media } = course;
  const reading = () => readLessons(folder, [...languages], lessons, media, new Map());
  expect(await turnsDuring(reading)).toBeGreaterThanOrEqual(each);
  const comparing = () => translatedFilesIn(folder, { outline, languages: [...languages] });
  expect(await turnsDuring(comparing)).toBeGreaterThanOrEqual(lessons.length);
  // Each is measured, and looked at for what is hard with a screen reader.
  expect(await turnsDuring(() => courseWarnings(folder, course))).toBeGreaterThanOrEqual(2 * each);
});
