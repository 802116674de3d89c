import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import { languages } from "#app/platform/languages.ts";
import { messagesFile } from "#app/platform/messages.server.ts";

const app = join(import.meta.dirname, "../../app");

/** Keys named in the files of a folder that reach a learner's browser. */
function keysIn(folder: string, isWanted: (name: string) => boolean = () => true): string[] {
  return readdirSync(join(app, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /(?<!\.server)\.tsx?$/.test(name) && !name.endsWith("course-nav.tsx"))
    .filter(isWanted)
    .flatMap((name) => [
      ...readFileSync(join(app, folder, name), "utf8").matchAll(/"([a-z]+\.[a-zA-Z]\w+)"/g),
    ])
    .map((match) => String(match[1]));
}

/** Pages of packages are documents of their own, with texts of their own. */
const isOutsidePlayer = (name: string) => !name.startsWith("package") && !name.startsWith("launch");

/**
 * Pages of an open attempt and its result, assignments, live sessions and the offer of another version begin with a
 * document of their own, whose texts a lesson need not load.
 */
const isOfOwnDocument = (key: string) =>
  /^(attempt|graded|detection|assignment|sessions|edition)\./.test(key);
const ownDocuments = ["attempt", "assignment", "live", "edition"];

test.each(languages.map(({ tag }) => tag))("pages of courses find every text they name in %s", (language) => {
  const all = JSON.parse(messagesFile(`${language}/staff`)?.json ?? "{}") as Record<string, unknown>;
  const loaded = JSON.parse(messagesFile(`${language}/learn`)?.json ?? "{}") as Record<string, unknown>;
  const inOwn = ownDocuments.reduce<object>(
    (texts, bundle) => ({
      ...texts,
      ...(JSON.parse(messagesFile(`${language}/${bundle}`)?.json ?? "{}") as object),
    }),
    {},
  );
  const folders = ["routes/learn", "learning", "assessment", "library", "surveys", "certification", "ui"];
  const named = folders
    .flatMap((folder) => keysIn(folder, isOutsidePlayer))
    // Texts of pages for trainers, and those that come with an attempt's pages or a rare control, are elsewhere.
    .filter(
      (key) =>
        key in all &&
        !/^(packages|faults|bank|quizzes|statistics|exchange|grading|questions|outline|teach)\./.test(key),
    );
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter((key) => !(key in (isOfOwnDocument(key) ? inOwn : loaded)))).toEqual([]);
});

test.each(["en", "sr-Cyrl"])("pages of packages and units in lessons find theirs in %s", (language) => {
  const loaded = (bundle: string) =>
    Object.keys(JSON.parse(messagesFile(`${language}/${bundle}`)?.json ?? "{}") as object);
  const pages = [...keysIn("routes/learn"), ...keysIn("players/ui"), ...keysIn("ui")].filter(
    (key) => !isOfOwnDocument(key),
  );
  const all = loaded("staff");
  const isMissing = (bundle: string) => (key: string) => all.includes(key) && !loaded(bundle).includes(key);
  expect(pages.filter(isMissing("play"))).toEqual([]);
  // The card in the lesson itself has the lesson's texts.
  const inLesson = keysIn("players/ui", (name) => name !== "lesson-package.tsx");
  expect(inLesson.length).toBeGreaterThan(20);
  expect(inLesson.filter(isMissing("unit"))).toEqual([]);
  expect(keysIn("players/ui", (name) => name === "lesson-package.tsx").filter(isMissing("learn"))).toEqual(
    [],
  );
});

test.each(["en", "sr-Cyrl"])("the page of an assignment finds all of its texts in %s", (language) => {
  const all = JSON.parse(messagesFile(`${language}/staff`)?.json ?? "{}") as Record<string, unknown>;
  const loaded = JSON.parse(messagesFile(`${language}/assignment`)?.json ?? "{}") as Record<string, unknown>;
  const named = [
    ...keysIn("routes/learn", (name) => name === "assignment.tsx"),
    ...["ui/assignment", "ui/grading", "ui/rare"].flatMap((folder) =>
      keysIn(
        `assessment/${folder}`,
        (name) => !/settings-fields|given-marks|mark-fields|graded-answer|regrade/.test(name),
      ),
    ),
  ];
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter((key) => key in all && !(key in loaded))).toEqual([]);
});

test.each(["en", "sr-Cyrl"])("the controls of rare types find their texts in %s", (language) => {
  const loaded = JSON.parse(messagesFile(`${language}/questions`)?.json ?? "{}") as Record<string, unknown>;
  const named = keysIn("assessment/ui/rare").filter((key) => key.startsWith("questions."));
  expect(named.length).toBeGreaterThan(15);
  expect(named.filter((key) => !(key in loaded))).toEqual([]);
});

test("the texts of trainers and administrators stay out of the learners' bundles", () => {
  const names = Object.keys(JSON.parse(messagesFile("en/public")?.json ?? "{}") as object);
  expect(names.filter((key) => /^(teach|admin|mail|bank)\./.test(key))).toEqual([]);
});
