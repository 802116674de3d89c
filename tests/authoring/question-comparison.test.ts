import { expect, test } from "vitest";

import { importCourse } from "#app/authoring/course-import.server.ts";
import { compareVersions } from "#app/authoring/version-comparison.server.ts";
import { newId } from "#app/platform/id.ts";
import { administrator } from "#tests/builders/people.ts";
import { singleChoice } from "#tests/builders/questions.ts";
import { quizFolder, writeQuizFolder } from "#tests/builders/quiz-folder.ts";

test("what changed between two versions names the questions: added, removed, said otherwise, another key, other points", async () => {
  const slug = `compared-${newId()}`;
  const folder = quizFolder(slug);
  const version = async (questions: ReturnType<typeof singleChoice>[], q: Record<string, string>) => {
    writeQuizFolder(folder, { quizzes: [{ id: "quiz", mode: "practice", questions }], q });
    await importCourse(folder);
  };
  const same = singleChoice("same");
  await version([same, singleChoice("gone"), singleChoice("words"), singleChoice("key")], {
    words: "Which of these is safe?",
  });
  await version(
    [same, singleChoice("new"), singleChoice("words"), singleChoice("key", { answer: "b", points: 2 })],
    { words: "Which of these is safest?" },
  );
  const admin = await administrator();
  const { questions } = await compareVersions(admin, slug, { from: "1", to: "2" }, "en");
  expect(questions.map(({ key, change }) => [key, change])).toEqual([
    ["gone", "removed"],
    ["key", "changed"],
    ["new", "added"],
    ["words", "changed"],
  ]);
  expect(questions[1]).toMatchObject({ isKeyChanged: true, arePointsChanged: true, texts: [] });
  const words = questions[3];
  expect(words?.isKeyChanged).toBe(false);
  expect(words?.texts.map(({ language }) => language)).toEqual(["en", "sr-Cyrl"]);
  const changed = JSON.stringify(words?.texts[0]?.rows);
  expect(changed).toContain('{"text":"safe","isChanged":true}');
  expect(changed).toContain('{"text":"safest","isChanged":true}');
  expect((await compareVersions(admin, slug, { from: "2", to: "2" }, "en")).questions).toEqual([]);
});
