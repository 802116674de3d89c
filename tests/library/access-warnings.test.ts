import { expect, test } from "vitest";

import { accessWarnings } from "#app/library/access-warnings.ts";
import { checkCourse } from "#app/library/course-check.server.ts";
import { courseFolder } from "#tests/builders/course.ts";

const said = (body: string) =>
  accessWarnings({ file: "lessons/x/en.md", body }).map(({ key, line, values }) => [key, line, values]);

test("headings that leave out a level are told with their line, on each page anew", () => {
  expect(said("::page[One]{#one}\n\n## First\n\n### Below\n\n## Second\n")).toEqual([]);
  expect(said("::page[One]{#one}\n\n## First\n\n::page[Two]{#two}\n\n### Below nothing\n")).toEqual([
    ["faults.headingLevel", 7, { heading: "Below nothing" }],
  ]);
  expect(said("::page[One]{#one}\n\n# As large as the page\n")).toEqual([
    ["faults.headingLevel", 3, { heading: "As large as the page" }],
  ]);
  // A box has a heading of its own.
  expect(said("::page[One]{#one}\n\n:::note[Mind]\n### In the box\n:::\n")).toEqual([]);
});

test("a link says where it leads, in each language", () => {
  const page = "::page[One]{#one}\n\n";
  expect(said(`${page}See [the form of the platform](https://example.org/form).`)).toEqual([]);
  for (const words of ["Here", "click here", "овде", "Këtu", "тука", "ovdje…", "https://example.org/form"]) {
    expect(said(`${page}[${words}](https://example.org/form)`)).toEqual([["faults.linkWords", 3, { words }]]);
  }
});

test("a table has a heading above each column, the first apart", () => {
  const table = (head: string) => said(`::page[One]{#one}\n\n${head}\n|---|---|\n| a | b |\n`);
  expect(table("| Who | What |")).toEqual([]);
  expect(table("|  | What |")).toEqual([]);
  expect(table("| Who |  |")).toEqual([["faults.tableHead", 3, {}]]);
});

test("nothing of the kind is in the shipped course", async () => {
  expect((await checkCourse(courseFolder)).warnings.access).toEqual([]);
});
