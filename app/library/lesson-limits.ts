import type { Fault } from "./fault.ts";
import type { LessonMeasures } from "./lesson-measures.server.ts";

/** A lesson's content on an old phone, in bytes. */
const mostBytes = 300_000;

/** How far the minutes that a course names may be from those that reading takes. */
const mostDifference = 0.5;

/** Lessons that are too large. */
export function sizeFaults(measures: LessonMeasures[]): Fault[] {
  return measures
    .filter(({ bytes }) => bytes > mostBytes)
    .map(({ lesson, language, bytes }) => ({
      file: `lessons/${lesson}/${language}.md`,
      line: 1,
      key: "faults.lessonSize",
      values: { size: Math.ceil(bytes / 1000), most: mostBytes / 1000 },
    }));
}

/** Lessons whose minutes are more than half too many or too few, each once with the languages. */
export function minuteWarnings(measures: LessonMeasures[], lineOf: (lesson: string) => number): Fault[] {
  const wrong = measures.filter(
    ({ minutes: { needed, declared } }) => Math.abs(needed - declared) > mostDifference * declared,
  );
  return [...new Set(wrong.map(({ lesson }) => lesson))].map((lesson) => {
    const found = wrong.filter((one) => one.lesson === lesson);
    const needed = found.map(({ language, minutes }) => `${minutes.needed.toFixed(1)} (${language})`);
    return {
      file: "course.yaml",
      line: lineOf(lesson),
      key: "faults.lessonMinutes",
      values: { lesson, declared: found[0]?.minutes.declared ?? 0, needed: needed.join(", ") },
    };
  });
}
