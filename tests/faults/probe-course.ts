import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { h5pFiles, scorm12Files, scorm2004Files, writeArchive } from "./probe-packages.ts";

export const probeSlug = "probe";
export const probeStandards = ["scorm12", "scorm2004", "h5p"] as const;
export type ProbeStandard = (typeof probeStandards)[number];

const course = `id: probe
version: 1.0.0
languages: [en]
audience: [police]
hours: 1
outline:
  - { id: reading, kind: lesson, lesson: reading, minutes: 1, required: false }
  - { id: scorm12, kind: package, package: scorm12, minutes: 1, required: true }
  - { id: scorm2004, kind: package, package: scorm2004, minutes: 1, required: true }
  - { id: h5p, kind: package, package: h5p, minutes: 1, required: true }
  - { id: quiz, kind: quiz, quiz: quiz, minutes: 1, required: true }
sources: {}
`;

const quiz = `id: quiz
mode: test
passMark: 50
questions:
  - { id: Q1, type: numeric, lesson: reading, answer: 1, tolerance: 0 }
  - { id: Q2, type: numeric, lesson: reading, answer: 2, tolerance: 0 }
`;

const text = `course:
  title: "Probe"
  summary: "A course of the tests."
  contentNote: "Nothing."
  objectives: ["to lose nothing"]
activities:
  reading: { title: "Reading" }
  scorm12: { title: "SCORM 1.2" }
  scorm2004: { title: "SCORM 2004" }
  h5p: { title: "H5P" }
  quiz: { title: "Questions" }
questions:
  Q1: { q: "Which number?", why: "Any." }
  Q2: { q: "Which other number?", why: "Any." }
`;

/** A course with one package of each standard and a test; returns its folder. */
export async function writeProbeCourse(directory: string): Promise<string> {
  const folder = join(directory, probeSlug);
  for (const part of ["text", "quizzes", "lessons/reading", "packages"]) {
    mkdirSync(join(folder, part), { recursive: true });
  }
  writeFileSync(join(folder, "course.yaml"), course);
  writeFileSync(join(folder, "quizzes/quiz.yaml"), quiz);
  writeFileSync(join(folder, "text/en.yaml"), text);
  writeFileSync(join(folder, "lessons/reading/en.md"), "::page[Reading]{#reading}\n\nRead.\n");
  await writeArchive(join(folder, "packages/scorm12.zip"), scorm12Files);
  await writeArchive(join(folder, "packages/scorm2004.zip"), scorm2004Files);
  await writeArchive(join(folder, "packages/h5p.h5p"), h5pFiles);
  return folder;
}
