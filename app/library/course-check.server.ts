import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

import { clock } from "#app/platform/clock.ts";
import { giveWay } from "#app/platform/give-way.server.ts";

import { accessWarnings, type LessonSource } from "./access-warnings.ts";
import { type CourseFolder, readCourseFolder } from "./course-folder.server.ts";
import { courseFile } from "./course-format.ts";
import { closedRequired } from "./day-rules.ts";
import { factWarnings } from "./fact-warnings.ts";
import type { Fault } from "./fault.ts";
import { withoutHead } from "./lesson-head.server.ts";
import { minuteWarnings, sizeFaults } from "./lesson-limits.ts";
import { materialWarnings } from "./material-rules.server.ts";
import { type LessonMeasures, measureLessons } from "./lesson-measures.server.ts";
import { reachWarnings } from "./reach-warnings.ts";
import { readingWarnings } from "./reading-warnings.ts";
import { translationWarnings } from "./translation-warnings.server.ts";
import { requiredIn } from "./visible-outline.ts";
import { readYaml } from "./yaml-file.server.ts";

/** What an editor should look at, by what it is about. */
export type CourseWarnings = Record<
  "minutes" | "facts" | "translations" | "reading" | "reach" | "access" | "outline",
  Fault[]
>;

export type CourseCheck = {
  id: string;
  /** What keeps the course from being in order: a lesson that is too large, too, though it can be imported. */
  faults: Fault[];
  /** None of a course that cannot be read. */
  warnings: CourseWarnings;
  lessons: LessonMeasures[];
};

const nothingToWarnOf: CourseWarnings = {
  minutes: [],
  facts: [],
  translations: [],
  reading: [],
  reach: [],
  access: [],
  outline: [],
};

/** A course folder with everything that can be said of it before anybody reads it. */
export async function checkCourse(directory: string): Promise<CourseCheck> {
  const { course, faults } = await readCourseFolder(directory);
  const id = basename(directory);
  if (!course) {
    return { id, faults, warnings: nothingToWarnOf, lessons: [] };
  }
  const { sizes, ...rest } = await measuredCourse(directory, course);
  return { id, faults: sizes, ...rest };
}

/** What should be looked at in a course that was read from a folder, lessons that are too large among it. */
export async function courseWarnings(directory: string, course: CourseFolder): Promise<Fault[]> {
  const { sizes, warnings } = await measuredCourse(directory, course);
  return [...sizes, ...Object.values(warnings).flat()];
}

async function measuredCourse(directory: string, course: CourseFolder) {
  const lessons = await measureLessons(course);
  const { lineOf } = readYaml(directory, "course.yaml", courseFile);
  const { outline } = course.structure.course;
  const lineOfLesson = (lesson: string) =>
    lineOf(
      "outline",
      outline.findIndex((activity) => activity.kind === "lesson" && activity.lesson === lesson),
    );
  const today = clock.now().toISOString().slice(0, 10);
  const content = {
    lessons: lessonFoldersIn(directory),
    surveys: Object.keys(course.structure.surveys),
    quizzes: Object.values(course.quizzes),
  };
  const warnings: CourseWarnings = {
    minutes: minuteWarnings(lessons, lineOfLesson),
    facts: factWarnings(course.structure, today, (fact) => lineOf("sources", fact)),
    translations: translationWarnings(course.translated),
    reading: readingWarnings(lessons),
    reach: reachWarnings(outline, content),
    access: await accessWarningsOf(lessonSources(directory, course)),
    outline: [
      ...(requiredIn(outline).length === 0
        ? [
            {
              file: "course.yaml",
              line: lineOf("outline"),
              key: "faults.nothingRequired",
              values: {},
            } as const,
          ]
        : []),
      ...closedRequired(outline, clock.now()).map(({ id, key, values }): Fault => {
        const index = outline.findIndex((activity) => activity.id === id);
        return { file: "course.yaml", line: lineOf("outline", index, "availableUntil"), key, values };
      }),
      ...materialWarnings(course.structure.course, lineOf, course.texts),
    ],
  };
  return { sizes: sizeFaults(lessons), warnings, lessons };
}

async function accessWarningsOf(lessons: LessonSource[]): Promise<Fault[]> {
  const warnings: Fault[] = [];
  for (const lesson of lessons) {
    warnings.push(...accessWarnings(lesson));
    await giveWay();
  }
  return warnings;
}

function lessonSources(directory: string, { lessons }: CourseFolder): LessonSource[] {
  return [...lessons].flatMap(([language, written]) =>
    [...written.keys()].flatMap((lesson) => {
      const file = `lessons/${lesson}/${language}.md`;
      // A language that says only what differs from another one has not every lesson.
      if (!existsSync(join(directory, file))) return [];
      return [{ file, body: withoutHead(readFileSync(join(directory, file), "utf8")).body }];
    }),
  );
}

function lessonFoldersIn(directory: string): string[] {
  const folder = join(directory, "lessons");
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}
