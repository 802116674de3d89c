import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { afterEach, expect, test, vi } from "vitest";

import { type CourseCheck, checkCourse } from "#app/library/course-check.server.ts";
import { courseReport, reportLegend, summaryLine } from "#app/library/course-report.ts";
import type { Activity } from "#app/library/course-format.ts";
import { faultSentence } from "#app/library/fault-line.server.ts";
import { reachWarnings } from "#app/library/reach-warnings.ts";
import { clock } from "#app/platform/clock.ts";
import { type WrittenLanguage, writtenLanguages } from "#app/platform/languages.ts";
import { courseCopy } from "#tests/builders/course-copy.ts";
import { courseFolder } from "#tests/builders/course.ts";
import { scratchFolder } from "#tests/builders/scratch-folder.ts";

const workshop = scratchFolder("check");
afterEach(() => vi.restoreAllMocks());

type Change = [file: string, from: string | RegExp, to: string];

/** What is said of the shipped course. */
const shipped = checkCourse(courseFolder);

/** What is said of a copy of the shipped course, in these languages, in which some texts are replaced. */
async function checked(
  changes: Change[],
  { languages = ["en"], picture }: { languages?: readonly WrittenLanguage[]; picture?: Buffer } = {},
): Promise<CourseCheck> {
  const folder = courseCopy(workshop, languages);
  for (const [file, from, to] of changes) {
    const before = readFileSync(join(folder, file), "utf8");
    expect(before).toMatch(from);
    writeFileSync(join(folder, file), before.replace(from, to));
  }
  if (picture) {
    mkdirSync(join(folder, "media"), { recursive: true });
    writeFileSync(join(folder, "media/large.png"), picture);
  }
  return checkCourse(folder);
}

function measured({ lessons }: CourseCheck, lesson: string, language: string) {
  const found = lessons.find((one) => one.lesson === lesson && one.language === language);
  if (!found) throw new Error(`${lesson} was not measured in ${language}`);
  return found;
}

test("every lesson is measured in every language that it is written in", async () => {
  const check = await shipped;
  expect(check.lessons).toHaveLength(6 * 6);
  expect(measured(check, "devices", "en").reading?.levels.map(({ formula }) => formula)).toEqual([
    "Flesch Reading Ease",
    "Flesch–Kincaid",
  ]);
  expect(measured(check, "devices", "mk").reading?.levels).toEqual([]);
  // Montenegrin has three of the lesson's pages and takes the others from Bosnian.
  const [bosnian, montenegrin] = ["bs", "cnr"].map((tag) => measured(check, "devices", tag).minutes.needed);
  expect(montenegrin).toBeCloseTo(bosnian ?? 0, 0);
});

test("minutes that are far from those that reading takes are a warning at the lesson's line, once for all languages", async () => {
  const named = /lesson: devices, minutes: \d+/;
  const warningsWith = async (minutes: number) => {
    const { faults, warnings } = await checked(
      [["course.yaml", named, `lesson: devices, minutes: ${minutes}`]],
      { languages: ["en", "bs", "cnr"] },
    );
    expect(faults).toEqual([]);
    return warnings.minutes.filter((warning) => faultSentence(warning).includes("“devices”"));
  };
  const needed = measured(await shipped, "devices", "en").minutes.needed;
  expect(await warningsWith(Math.ceil(needed))).toEqual([]);
  const warnings = await warningsWith(20);
  expect(warnings).toHaveLength(1);
  const before = readFileSync(join(courseFolder, "course.yaml"), "utf8").split(named)[0];
  expect(warnings[0]).toMatchObject({ file: "course.yaml", line: before?.split("\n").length });
  expect(warnings.map((one) => faultSentence(one))[0]).toMatch(/devices” says 20 minutes; .*\(en\).*\(cnr\)/);
});

test("one learner's minutes count the longest of the boxes for roles, not all of them", async () => {
  const before = measured(await shipped, "devices", "en").minutes.needed;
  const withBox = async (text: string) => {
    const box = /(:::role\{sector=company\}\n)[^]*?(\n:::)/;
    const check = await checked([["lessons/devices/en.md", box, `$1${text}$2`]]);
    return measured(check, "devices", "en").minutes.needed;
  };
  expect(await withBox("Ask.")).toBe(before);
  // 3,000 characters take 3.4 minutes, less those of the box that was the longest.
  expect((await withBox("words ".repeat(600))) - before).toBeGreaterThan(2.5);
});

test("a fact whose day has passed is a warning with the lessons that cite it", async () => {
  vi.spyOn(clock, "now").mockReturnValue(new Date("2026-11-30T12:00:00Z"));
  const source = /( {2}F1:\n {4}status: V-\w\n)/;
  const onTheDay = await checked([["course.yaml", source, "$1    recheckBy: 2026-11-30\n"]]);
  expect(onTheDay.warnings.facts).toEqual([]);
  const { warnings } = await checked([["course.yaml", source, "$1    recheckBy: 2026-11-29\n"]]);
  expect(warnings.facts).toHaveLength(1);
  expect(warnings.facts.map((one) => faultSentence(one))[0]).toMatch(/fact F1 .*2026-11-29.*what-it-is/);
});

test("a fact without a status is a fault", async () => {
  const { faults } = await checked([["course.yaml", /( {2}F1:\n) {4}status: V-\w\n/, "$1"]]);
  expect(faults).toMatchObject([{ file: "course.yaml", values: { where: "sources.F1.status" } }]);
});

test("a translation that is behind, or of which nobody knows what it was made of, is a warning", async () => {
  const { faults, warnings } = await checked(
    [
      ["lessons/devices/en.md", "That is good news", "That is very good news"],
      ["text/mk.yaml", /source: .*\n/, ""],
    ],
    { languages: writtenLanguages },
  );
  expect(faults).toEqual([]);
  expect(warnings.translations.map(({ file }) => file).sort()).toEqual([
    "lessons/devices/bs.md",
    "lessons/devices/mk.md",
    "lessons/devices/sq.md",
    "lessons/devices/sr-Cyrl.md",
    "text/mk.yaml",
  ]);
});

test("an activity is reviewed at places that it has, and is behind as a lesson is", async () => {
  const file = "activities/first-call/mk.yaml";
  const { faults } = await checked([[file, "where: [ring, ", "where: [nowhere, ring/device, intro, "]], {
    languages: ["en", "mk"],
  });
  expect(faults).toMatchObject([{ file, key: "faults.reviewPlaceUnknown", values: { place: "nowhere" } }]);
  const { warnings } = await checked([["activities/first-call/en.yaml", "Mira stops", "Mira falls silent"]], {
    languages: writtenLanguages,
  });
  expect(warnings.translations.map((warning) => warning.file)).toEqual(
    ["sq", "mk", "sr-Cyrl", "bs"].map((tag) => `activities/first-call/${tag}.yaml`),
  );
});

test("long sentences are a warning for the language that has them", async () => {
  const sentence = `${"A word and another ".repeat(15)}here. `;
  const { faults, warnings } = await checked([
    ["lessons/devices/en.md", /(::page.*\n)/, `$1\n${sentence.repeat(40)}\n`],
  ]);
  expect(faults).toEqual([]);
  expect(warnings.reading).toMatchObject([{ file: "lessons/devices/en.md", key: "faults.longSentences" }]);
});

test("what waits for a certificate that waits for it is a fault, what has no place in the outline a warning", async () => {
  const { faults } = await checked([
    ["course.yaml", "minutes: 8, required: true }", "minutes: 8, required: true, after: [certificate] }"],
  ]);
  expect(faults.map(({ key }) => key)).toEqual([
    "faults.neverOpens",
    "faults.neverOpens",
    "faults.neverOpens",
  ]);
  const content = { lessons: ["left-over"], surveys: ["asked"], quizzes: [] };
  const outline: Activity[] = [
    { id: "end", kind: "survey", survey: "asked", minutes: 1, required: false, after: [] },
  ];
  expect(reachWarnings(outline, content)).toMatchObject([
    { key: "faults.lessonUnplaced", values: { id: "left-over" } },
  ]);
});

test("a lesson over 300 kB is a fault in each language that shows the picture", async () => {
  const figure: Change = [
    "lessons/devices/en.md",
    "That is good news",
    "::figure[A phone]{src=media/large.png}\n\nThat is good news",
  ];
  const plain = measured(await shipped, "devices", "en").bytes;
  const png = (bytes: number) => Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex")], bytes);
  const large = await checked([figure], { picture: png(300_000) });
  expect(large.faults).toMatchObject([{ file: "lessons/devices/en.md" }]);
  const fits = await checked([figure], { picture: png(250_000) });
  expect(fits.faults).toEqual([]);
  expect(measured(fits, "devices", "en").bytes - plain).toBeGreaterThan(250_000);
});

test("the report fits 100 columns, the summary says how many warnings there are", async () => {
  const check = await checked([["text/mk.yaml", /source: .*\n/, ""]], { languages: writtenLanguages });
  const table = courseReport({
    ...check,
    warnings: { minutes: [], facts: [], translations: [], reading: [], reach: [], access: [], outline: [] },
  });
  expect(table.split("\n")).toHaveLength(2 + 36);
  for (const line of [...table.split("\n"), ...reportLegend.split("\n")]) {
    expect(line.length).toBeLessThanOrEqual(100);
  }
  expect(summaryLine(check)).toMatch(
    /^digital-safety: 6 lessons in 6 languages, LIX .*warnings: .*1 of translations\.$/,
  );
});
