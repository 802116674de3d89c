import { expect, test } from "vitest";

import { checkCourseFolder } from "#app/library/course-folder.server.ts";
import { newId } from "#app/platform/id.ts";
import { singleChoice } from "#tests/builders/questions.ts";
import { quizFolder, writeQuizFolder } from "#tests/builders/quiz-folder.ts";

test("documents of a course's folder are what the endings of their names say", async () => {
  const folder = quizFolder(`documents-${newId()}`);
  const check = async (files: Record<string, string>) => {
    writeQuizFolder(folder, {
      quizzes: [{ id: "quiz", mode: "practice", questions: [singleChoice("one")] }],
      files,
    });
    return (await checkCourseFolder(folder)).map(({ file, key }) => `${file}: ${key}`);
  };
  expect(await check({ "media/leaflet.pdf": "%PDF-1.7" })).toEqual([]);
  expect(
    await check({ "media/letter.docx": "%PDF-1.7", "media/page.pdf": "<!doctype html><p>Hello.</p>" }),
  ).toEqual(["media/letter.docx: faults.otherDocument", "media/page.pdf: faults.otherDocument"]);
});
