import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { importCourse } from "#app/authoring/course-import.server.ts";
import { exportCourse } from "#app/authoring/export/course-export.server.ts";
import type { CourseData } from "#app/authoring/export/runner/course-data.ts";
import {
  afterAttempt,
  type CourseState,
  noAttempt,
  nothingDone,
} from "#app/authoring/export/runner/course-state.ts";
import type { ExportFormat } from "#app/authoring/export/export-formats.ts";
import { openArchive } from "#app/library/package-archive.server.ts";
import { bytesOf } from "#app/library/package-source.ts";
import type { Question } from "#app/library/question-format.ts";
import type { Language } from "#app/platform/languages.ts";

import { administrator } from "./people.ts";
import { questionOfType, singleChoice } from "./questions.ts";
import { quizFolder, writeQuizFolder } from "./quiz-folder.ts";
import { scratchFolder } from "./scratch-folder.ts";

/** Files of an archive by path, in its order. */
export async function filesIn(bytes: Buffer, name = "course.zip"): Promise<Map<string, Buffer>> {
  const path = join(scratchFolder("export"), name);
  writeFileSync(path, bytes);
  const source = await openArchive(path, name);
  const files = new Map<string, Buffer>();
  for (const file of source.files) files.set(file.path, await bytesOf(file));
  await source.close();
  return files;
}

/** A course as the files of an archive. */
export async function exportedFiles(slug: string, format: ExportFormat, language: Language = "en") {
  const { bytes } = await exportCourse(await administrator(), slug, format, language);
  return filesIn(bytes);
}

/** Of a copied course: everything read but these files, every quiz but these passed wholly. */
export function allDone(
  data: CourseData,
  { unread = [], unpassed = [] }: { unread?: string[]; unpassed?: string[] } = {},
): CourseState {
  const attempt = { percent: 100, criticalMissed: 0, isPassed: true };
  const lessons = data.steps.filter(({ kind }) => kind === "lesson");
  return {
    ...nothingDone,
    read: Object.fromEntries(
      lessons.map(({ id, pages }) => [
        id,
        pages.filter(({ file }) => !unread.includes(file)).map((page) => page.id),
      ]),
    ),
    quizzes: Object.fromEntries(
      Object.entries(data.quizzes)
        .filter(([id]) => !unpassed.includes(id))
        .map(([id, settings]) => [id, afterAttempt(noAttempt, settings, attempt, [])]),
    ),
  };
}

const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 60"><rect width="100" height="60"/></svg>`;

const asked = (question: Question): Question => ({ ...question, lesson: "reading" });

const lesson = (first: string) => `::page[${first}]{#first}

Text with a **strong** word and a [link to the other page](second).

![A dark box](media/box.svg)

::check{#in-text}

::page[Second page]{#second}

- one
- two

A :term[word]{#word} and its meaning.

::::accordion

:::part[Opened part]
What it holds.
:::

::::
`;

/** A published course of a lesson with a question in it, a test of two questions, and a quiz with an answer for people. */
export async function smallCourse(slug: string): Promise<string> {
  const folder = quizFolder(slug);
  writeQuizFolder(folder, {
    quizzes: [
      { id: "checks", mode: "check", questions: [asked(questionOfType("multiple", "in-text"))] },
      {
        id: "final",
        mode: "test",
        passMark: 80,
        attempts: 2,
        shuffleQuestions: false,
        shuffleOptions: false,
        questions: [asked(singleChoice("one")), asked(questionOfType("truefalse", "two"))],
      },
      {
        id: "letters",
        mode: "practice",
        questions: [asked(questionOfType("short", "word")), asked(questionOfType("essay", "letter"))],
      },
    ],
    terms: { word: "Something said." },
    files: {
      "lessons/reading/en.md": lesson("First page"),
      "lessons/reading/sr-Cyrl.md": lesson("Прва страна"),
      "media/box.svg": picture,
    },
  });
  await importCourse(folder);
  return slug;
}
