import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";

import { withDerived } from "#app/platform/derived-languages.ts";
import {
  baseOf,
  defaultLanguage,
  isLanguage,
  type Language,
  writtenLanguages,
} from "#app/platform/languages.ts";
import { inSerbianLatin } from "#app/platform/transliterate.ts";

import { activityTranslations } from "./activity-translations.server.ts";
import {
  courseFile,
  type CourseStructure,
  type CourseText,
  type Quiz,
  quizFile,
  surveyFile,
  type TextFile,
  textFile,
} from "./course-format.ts";
import { packageUseFaults } from "./course-package-rules.ts";
import { type FolderPackage, packageContentFaults, packagesIn } from "./course-packages.server.ts";
import { courseHash } from "./course-hash.server.ts";
import { courseFaults, textFaults } from "./course-rules.ts";
import { translatedFilesIn } from "./course-translated.server.ts";
import type { Fault } from "./fault.ts";
import { filesIn } from "./folder-files.server.ts";
import { type Meanings, packageUses, readLessons } from "./folder-lessons.server.ts";
import { glossaryFile, glossaryPath } from "./glossary.ts";
import { meaningsIn, termFaults } from "./glossary-meanings.ts";
import type { RenderedLesson } from "./lesson-markdown.server.ts";
import { type LessonPage, sourcesPageId } from "./lesson-pages.ts";
import { lessonFaults } from "./lesson-rules.ts";
import { materialFaults } from "./material-rules.server.ts";
import { mediaContentFaults } from "./media-content.server.ts";
import { type MediumFile, readMedium } from "./media-file.server.ts";
import type { QuestionText } from "./question-format.ts";
import { mediaFaults } from "./question-media.ts";
import { withOverrides } from "./overrides.ts";
import { isBehind, type TranslatedFile } from "./translation-source.server.ts";
import { type TranslationMark, withoutStatus } from "./translation-status.ts";
import { readYaml, type YamlFile } from "./yaml-file.server.ts";

export type CourseFolder = {
  structure: CourseStructure;
  translated: TranslatedFile[];
  texts: Map<Language, CourseText>;
  quizzes: Record<string, Quiz>;
  /** Texts of the quizzes' questions by language and id. */
  questionTexts: Map<Language, Record<string, QuestionText>>;
  /** Pages by language and lesson. */
  lessons: Map<Language, Map<string, LessonPage[]>>;
  media: MediumFile[];
  packages: FolderPackage[];
  /** As `courseHash` counts it. */
  contentHash: string;
};

/** Reads a course folder. `course` is null when faults leave nothing to import. */
export async function readCourseFolder(
  directory: string,
): Promise<{ course: CourseFolder | null; faults: Fault[] }> {
  const course = readYaml(directory, "course.yaml", courseFile);
  if (!course.value) return { course: null, faults: course.faults };
  const { outline, languages: given } = course.value;

  const quizFiles = filesIn(directory, "quizzes").map((file) => readYaml(directory, file, quizFile));
  const surveyFiles = filesIn(directory, "surveys").map((file) => readYaml(directory, file, surveyFile));
  const textFiles = given.map((tag) => ({ tag, ...readText(directory, tag, given) }));
  const glossary = existsSync(join(directory, glossaryPath))
    ? [readYaml(directory, glossaryPath, glossaryFile)]
    : [];
  const faults = [...quizFiles, ...surveyFiles, ...textFiles, ...glossary].flatMap((file) => file.faults);
  faults.push(...sameIds(quizFiles), ...sameIds(surveyFiles));
  if (!given.includes(defaultLanguage)) faults.push(noEnglish(course));
  const isReadable = faults.length === 0;

  const lessonIds = outline.flatMap((activity) => (activity.kind === "lesson" ? [activity.lesson] : []));
  const media = filesIn(directory, "media").map((path) => readMedium(directory, path));
  faults.push(...(await mediaContentFaults(media)));
  const terms = glossary.flatMap(({ value }) => value?.terms ?? []);
  const meanings = new Map(
    textFiles.flatMap(({ tag, value }): [string, Meanings][] => {
      const source = JSON.stringify([terms, value?.terms]);
      return value ? [[tag, { meaningOf: meaningsIn(terms, value), source }]] : [];
    }),
  );
  const lessons = await readLessons(directory, given, lessonIds, media, meanings);
  faults.push(...lessons.faults);
  // What refers to a file that cannot be read would only repeat that.
  if (!isReadable) return { course: null, faults: faults.sort(byPlace) };
  const structure: CourseStructure = {
    course: course.value,
    surveys: byId(surveyFiles),
    lessons: Object.fromEntries(
      lessonIds.map((id) => {
        const lesson = lessons.rendered.get("en")?.get(id);
        const pages = [...(lesson?.pages.map((page) => page.id) ?? []), sourcesPageId];
        const packages = lesson?.packages.map(({ name }) => name) ?? [];
        return [id, { pages, facts: lesson?.facts ?? [], packages }];
      }),
    ),
  };
  const quizzes = byId(quizFiles);
  faults.push(...courseFaults(structure, basename(directory), course.lineOf, quizFiles));
  for (const { tag, value, file, lineOf } of textFiles) {
    if (value) faults.push(...textFaults(structure, quizzes, value, file, lineOf));
    if (value) faults.push(...termFaults(terms, value, file, lineOf));
    if (!isLanguage(tag)) faults.push(unknownLanguage(course, tag));
  }
  faults.push(...lessonFaults(structure, quizzes, lessons.rendered));
  faults.push(...mediaFaults(quizFiles, textFiles, media));
  const materialTexts = textFiles.flatMap(({ tag, value }) => (value ? [[tag, value] as const] : []));
  faults.push(...materialFaults(outline, { lineOf: course.lineOf, media, texts: materialTexts }));
  const { packages, faults: packageFaults } = packagesIn(directory);
  faults.push(...packageFaults, ...(await packageContentFaults(packages)));
  faults.push(...packageUseFaults(outline, course.lineOf, packages, packageUses(lessons.rendered)));
  const activities = activityTranslations(directory, given);
  faults.push(...activities.faults);
  if (faults.length > 0) return { course: null, faults: faults.sort(byPlace) };
  const written = textFiles.flatMap(({ tag, value, raw }) =>
    value ? [{ tag: tag as Language, value, raw: raw as Partial<TextFile> }] : [],
  );
  const translated = await translatedFilesIn(directory, course.value);
  return {
    faults: [],
    course: {
      structure,
      translated,
      texts: withDerived(
        new Map<Language, CourseText>(
          written.map(({ tag, value: { questions: _questions, source: _source, ...text } }) => [
            tag,
            {
              ...text,
              lessonTranslations: marksOf(lessons.rendered.get(tag)),
              behind: behindOf(translated.filter(({ language }) => language === tag)),
              ...activities.of(tag),
            },
          ]),
        ),
      ),
      quizzes,
      questionTexts: new Map(written.map(({ tag, value, raw }) => [tag, ownQuestions(tag, value, raw)])),
      lessons: withDerived(
        new Map([...lessons.rendered].map(([tag, rendered]) => [tag, pagesOf(rendered)])),
        (byLesson) => new Map([...byLesson].map(([id, pages]) => [id, inSerbianLatin(pages)])),
      ),
      media,
      packages,
      contentHash: courseHash(directory),
    },
  };
}

/** Everything wrong with a course folder, by file and line. */
export async function checkCourseFolder(directory: string): Promise<Fault[]> {
  return (await readCourseFolder(directory)).faults;
}

/** Folders of courses inside a folder. */
export function courseFoldersIn(directory: string): string[] {
  return readdirSync(directory)
    .sort()
    .map((name) => join(directory, name))
    .filter((path) => existsSync(join(path, "course.yaml")));
}

/** A language that is based on another one of the course says only what differs. */
function readText(directory: string, tag: string, given: string[]): YamlFile<TextFile> {
  const base = baseOf(tag);
  if (!base || !given.includes(base)) return readYaml(directory, `text/${tag}.yaml`, textFile);
  const { raw } = readText(directory, base, given);
  // How far the other translation has come, says nothing of this one.
  const texts = withoutStatus(raw ?? {});
  return readYaml(directory, `text/${tag}.yaml`, textFile, (own) => withOverrides(texts, own));
}

/** Questions that only the base of a language says are left to it: who changes them there, changes them here. */
function ownQuestions(tag: Language, { questions }: TextFile, raw: Partial<TextFile>) {
  if (!baseOf(tag)) return questions;
  return Object.fromEntries(Object.entries(questions).filter(([id]) => raw.questions?.[id] !== undefined));
}

function behindOf(files: TranslatedFile[]): NonNullable<CourseText["behind"]> {
  const parts = files.filter(isBehind).map(({ part }) => part);
  return {
    texts: parts.some(({ kind }) => kind === "texts"),
    lessons: parts.flatMap((part) => (part.kind === "lesson" ? [part.id] : [])),
  };
}

/** Every other language falls back to it. */
function noEnglish(course: YamlFile<unknown>): Fault {
  return {
    file: course.file,
    line: course.lineOf("languages"),
    key: "faults.noEnglish",
    values: { language: defaultLanguage },
  };
}

function sameIds(files: YamlFile<{ id: string }>[]): Fault[] {
  const ids = files.map(({ value }) => value?.id);
  return files.flatMap(({ file, value, lineOf }, index) =>
    value && ids.indexOf(value.id) !== index
      ? [{ file, line: lineOf("id"), key: "faults.idInAnotherFile" as const, values: { id: value.id } }]
      : [],
  );
}

function unknownLanguage(course: YamlFile<unknown>, tag: string): Fault {
  return {
    file: course.file,
    line: course.lineOf("languages"),
    key: "faults.unknownLanguage",
    values: { language: tag, languages: writtenLanguages.join(", ") },
  };
}

function byId<T extends { id: string }>(files: YamlFile<T>[]): Record<string, T> {
  return Object.fromEntries(files.flatMap(({ value }) => (value ? [[value.id, value]] : [])));
}

function byPlace(a: Fault, b: Fault) {
  return a.file.localeCompare(b.file) || a.line - b.line;
}

function marksOf(lessons: Map<string, RenderedLesson> | undefined): Record<string, TranslationMark> {
  return Object.fromEntries(
    [...(lessons ?? [])].flatMap(([id, { translation }]) => (translation ? [[id, translation]] : [])),
  );
}

function pagesOf(rendered: Map<string, RenderedLesson>) {
  return new Map([...rendered].map(([id, { pages }]) => [id, pages]));
}
