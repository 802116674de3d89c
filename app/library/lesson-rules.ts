import type { Language } from "#app/platform/languages.ts";

import type { CourseStructure, Quiz } from "./course-format.ts";
import type { Fault } from "./fault.ts";
import type { RenderedLesson } from "./lesson-markdown.server.ts";

/** What every language has in the same order, and what is said where one has not. */
const inOrder: [key: Fault["key"], named: (lesson: RenderedLesson) => string[]][] = [
  ["faults.pagesDiffer", ({ pages }) => pages.map(({ id }) => id)],
  ["faults.checksDiffer", ({ checks }) => checks.map(({ questionId }) => questionId)],
  ["faults.packagesDiffer", ({ packages }) => packages.map(({ name }) => name)],
  ["faults.notesDiffer", ({ notes }) => notes],
];

/** Every language has the same pages and questions, every question exists, every fact has its source. */
export function lessonFaults(
  structure: CourseStructure,
  quizzes: Record<string, Quiz>,
  rendered: Map<Language, Map<string, RenderedLesson>>,
): Fault[] {
  const faults: Fault[] = [];
  const all = Object.values(quizzes);
  const questions = new Set(all.flatMap((quiz) => quiz.questions.map(({ id }) => id)));
  const forLessons = new Set(
    all.flatMap(({ mode, questions: own }) => (mode === "check" ? own.map(({ id }) => id) : [])),
  );
  const english = rendered.get("en");
  for (const [tag, lessons] of rendered) {
    for (const [id, lesson] of lessons) {
      const file = `lessons/${id}/${tag}.md`;
      const other = english?.get(id) ?? lesson;
      for (const [key, named] of inOrder) {
        const [here = "–", expected = "–"] = [named(lesson), named(other)].map(
          (names) => names.join(", ") || undefined,
        );
        if (here !== expected) faults.push({ file, line: 1, key, values: { here, expected } });
      }
      for (const { questionId, line } of lesson.checks) {
        if (!questions.has(questionId)) {
          faults.push({ file, line, key: "faults.questionUnknown", values: { id: questionId } });
        } else if (!forLessons.has(questionId)) {
          faults.push({ file, line, key: "faults.questionOfTest", values: { id: questionId } });
        }
      }
      for (const fact of lesson.facts) {
        if (!structure.course.sources[fact]) {
          faults.push({ file, line: 1, key: "faults.factUnsourced", values: { fact } });
        }
      }
    }
  }
  return faults;
}
