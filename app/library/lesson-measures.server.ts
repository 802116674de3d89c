import { giveWay } from "#app/platform/give-way.server.ts";
import { isLanguage, type Language, readingOrder } from "#app/platform/languages.ts";

import type { CourseFolder } from "./course-folder.server.ts";
import { allPieces, lessonBytes, questionsIn, textRead } from "./lesson-parts.server.ts";
import { lix, rix } from "./reading/lix.ts";
import { readingLevels } from "./reading/reading-level.ts";
import { minutesToRead } from "./reading/reading-time.ts";
import { lettersPerWord, textFigures, wordsPerSentence } from "./reading/text-figures.ts";

/** How hard, how long and how large a lesson is in one language. */
export type LessonMeasures = {
  lesson: string;
  language: Language;
  /** Of its sentences; null when it has none. */
  reading: {
    levels: { formula: string; value: number }[];
    lix: number;
    rix: number;
    wordsPerSentence: number;
    lettersPerWord: number;
  } | null;
  minutes: { needed: number; declared: number };
  bytes: number;
};

/** Every lesson of a course in every language that it is written in. */
export async function measureLessons(course: CourseFolder): Promise<LessonMeasures[]> {
  const { languages, outline } = course.structure.course;
  const measures: LessonMeasures[] = [];
  for (const activity of outline) {
    if (activity.kind !== "lesson") continue;
    for (const language of languages.filter(isLanguage)) {
      measures.push(...measure(course, activity.lesson, language, activity.minutes));
      await giveWay();
    }
  }
  return measures;
}

function measure(
  course: CourseFolder,
  lesson: string,
  language: Language,
  declared: number,
): LessonMeasures[] {
  const pages = course.lessons.get(language)?.get(lesson);
  if (!pages) return [];
  const questions = questionsIn(course, readingOrder(language));
  return [
    {
      lesson,
      language,
      reading: readingOf(
        allPieces(pages)
          .filter(({ isRunning }) => isRunning)
          .map(({ text }) => text),
        language,
      ),
      minutes: { needed: minutesToRead(textRead(pages, questions)), declared },
      bytes: lessonBytes(pages, questions, course.media),
    },
  ];
}

function readingOf(paragraphs: string[], language: Language): LessonMeasures["reading"] {
  const text = textFigures(paragraphs, language);
  if (text.sentences === 0) return null;
  return {
    levels: readingLevels(text, language),
    lix: lix(text),
    rix: rix(text),
    wordsPerSentence: wordsPerSentence(text),
    lettersPerWord: lettersPerWord(text),
  };
}
