import type { CourseCheck, CourseWarnings } from "./course-check.server.ts";
import { faultLine } from "./fault-line.server.ts";
import type { LessonMeasures } from "./lesson-measures.server.ts";

/** English, for authors' tools: what `npm run courses:check` says of a course that has no fault. */

/** "takedown: 6 lessons in 6 languages, LIX 32 to 57, 5 to 7 minutes each, 9 kB at most; no warnings." */
export function summaryLine({ id, lessons, warnings }: CourseCheck): string {
  const languages = new Set(lessons.map(({ language }) => language));
  const own = new Set(lessons.map(({ lesson }) => lesson));
  const range = (of: (lesson: LessonMeasures) => number | undefined) => {
    const values = lessons.flatMap((lesson) => of(lesson) ?? []);
    return values.length > 0
      ? `${Math.min(...values).toFixed(0)} to ${Math.max(...values).toFixed(0)}`
      : "none";
  };
  return [
    `${id}: ${count(own.size, "lesson")} in ${count(languages.size, "language")}`,
    `LIX ${range(({ reading }) => reading?.lix)}`,
    `${range(({ minutes }) => minutes.needed)} minutes each`,
    `${kilobytes(Math.max(0, ...lessons.map(({ bytes }) => bytes)))} kB at most; ${warningsInWords(warnings)}`,
  ].join(", ");
}

/** "jurisdictions: warnings: none.": of what stands beside courses. */
export function besideLine({ id, warnings }: Pick<CourseCheck, "id"> & { warnings: Warnings }): string {
  return `${id}: ${warningsInWords(warnings)}`;
}

type Warnings = Partial<CourseWarnings>;

function warningsInWords(warnings: Warnings): string {
  const said = Object.entries(warnings)
    .filter(([, list]) => list.length > 0)
    .map(([kind, list]) => `${list.length} of ${kind}`);
  return `warnings: ${said.join(", ") || "none"}.`;
}

/** A table of all lessons, and the warnings. */
export function courseReport({ id, lessons, warnings }: CourseCheck): string {
  const rows = lessons.map((lesson, index) =>
    row(lesson.lesson === lessons[index - 1]?.lesson ? "" : lesson.lesson, cells(lesson)),
  );
  const said = Object.values(warnings).flat().map(faultLine);
  const head = row(id, ["", "reading level", "LIX", "RIX", "w/sent", "l/word", "minutes", "kB"]);
  return [head, "-".repeat(head.length), ...rows, ...said].join("\n");
}

/** What the columns mean, once for all tables. */
export const reportLegend = [
  "Reading level: in English Reading Ease (100 is easy) and Flesch-Kincaid (F-K, school years);",
  "in Bosnian, Montenegrin, Serbian SMOG-Cro (school years, tested for Croatian). LIX: for comparing",
  "lessons in one language. w/sent: words in a sentence. l/word: letters in a word. minutes: needed /",
  "as course.yaml says. kB: pages and media of the lesson. How each is counted: docs/course-format.md.",
].join("\n");

function cells({ language, reading, minutes, bytes }: LessonMeasures): string[] {
  const time = `${minutes.needed.toFixed(1)} / ${minutes.declared}`;
  const rest = [time, kilobytes(bytes)];
  if (!reading) return [language, "no sentences", "", "", "", "", ...rest];
  const levels = reading.levels.map(
    ({ formula, value }) => `${formula} ${value.toFixed(formula.includes("Ease") ? 0 : 1)}`,
  );
  const { lix, rix, wordsPerSentence, lettersPerWord } = reading;
  return [
    language,
    levels.join(", ").replace("Flesch Reading", "Reading").replace("Flesch–Kincaid", "F-K") ||
      "no published formula",
    lix.toFixed(0),
    ...[rix, wordsPerSentence, lettersPerWord].map((value) => value.toFixed(1)),
    ...rest,
  ];
}

function row(lesson: string, [language = "", level = "", ...numbers]: string[]): string {
  const widths = [4, 5, 7, 7, 10, 6];
  return [
    lesson.padEnd(18),
    language.padEnd(8),
    level.padEnd(26),
    ...numbers.map((value, index) => value.padStart(widths[index] ?? 0)),
  ].join(" ");
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}
