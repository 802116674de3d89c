import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import type { z } from "zod";

import type { courseFile, quizFile } from "#app/library/course-format.ts";
import { question } from "#app/library/question-format.ts";

import { textOf } from "./questions.ts";
import { scratchFolder } from "./scratch-folder.ts";

export type QuizFolder = {
  /** What the quiz files say; each quiz is an activity of the outline unless its mode is check. */
  quizzes: z.input<typeof quizFile>[];
  /** In English, by question; what is not given here is as `textOf` says. */
  q?: Record<string, string>;
  /** Meanings of terms in English, by the term, which is its own id. */
  terms?: Record<string, string>;
  /** Files by their path in the folder. */
  files?: Record<string, string>;
};

/** A new place for the course folder `slug`; `writeQuizFolder` fills it. */
export function quizFolder(slug: string): string {
  return join(scratchFolder("quizzes"), slug);
}

/** Writes a small course whose quizzes belong to one lesson, as a person would; YAML takes JSON. */
export function writeQuizFolder(folder: string, { quizzes, q = {}, terms, files = {} }: QuizFolder): void {
  const slug = folder.split("/").at(-1) ?? "";
  const common = { minutes: 1, required: true };
  const course: z.input<typeof courseFile> = {
    id: slug,
    version: "1.0.0",
    languages: ["en", "sr-Cyrl"],
    audience: ["police"],
    hours: 1,
    outline: [
      { ...common, id: "reading", kind: "lesson", lesson: "reading" },
      ...quizzes
        .filter(({ mode }) => mode !== "check")
        .map(({ id }) => ({ ...common, id, kind: "quiz" as const, quiz: id })),
    ],
    sources: {},
  };
  const questions = quizzes.flatMap((quiz) => quiz.questions ?? []).map((given) => question.parse(given));
  const textIn = (prefix: string) => ({
    course: { title: `${prefix}Quizzes`, summary: "s", contentNote: "n", objectives: ["o"] },
    ...(terms && {
      terms: Object.fromEntries(Object.entries(terms).map(([id, meaning]) => [id, `${prefix}${meaning}`])),
    }),
    activities: Object.fromEntries(course.outline.map(({ id }) => [id, { title: `${prefix}${id}` }])),
    questions: Object.fromEntries(
      questions.map((one) => {
        const text = textOf(one);
        return [one.id, { ...text, q: `${prefix}${q[one.id] ?? text.q}` }];
      }),
    ),
  });
  const lesson = "::page[Reading]{#reading}\n\nRead.\n";
  const written: Record<string, string> = {
    "course.yaml": JSON.stringify(course),
    "text/en.yaml": JSON.stringify(textIn("")),
    "text/sr-Cyrl.yaml": JSON.stringify(textIn("Срп. ")),
    ...(terms && {
      "glossary.yaml": JSON.stringify({ terms: Object.keys(terms).map((id) => ({ id, en: id, in: {} })) }),
    }),
    "lessons/reading/en.md": lesson,
    "lessons/reading/sr-Cyrl.md": lesson,
    ...Object.fromEntries(quizzes.map((quiz) => [`quizzes/${quiz.id}.yaml`, JSON.stringify(quiz)])),
    ...files,
  };
  for (const [file, content] of Object.entries(written)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
}
