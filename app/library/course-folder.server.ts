import { createHash, type Hash } from "node:crypto";
import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync, statSync } from "node:fs";
import { basename, join, relative, sep } from "node:path";

import { defaultLanguage, isLanguage, type Language, languages } from "#app/platform/languages.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { toSerbianLatin } from "#app/platform/transliterate.ts";

import {
  courseFile,
  type CourseStructure,
  type CourseText,
  type Quiz,
  quizFile,
  surveyFile,
  textFile,
} from "./course-format.ts";
import { packageUseFaults, type PackageUse } from "./course-package-rules.ts";
import { type FolderPackage, packageContentFaults, packagesIn } from "./course-packages.server.ts";
import { courseFaults, textFaults } from "./course-rules.ts";
import type { Fault } from "./fault.ts";
import { type RenderedLesson, renderLesson } from "./lesson-markdown.server.ts";
import { type LessonPage, sourcesPageId } from "./lesson-pages.ts";
import { isMedium, isPicture, mediaAddress, type MediumFile, readMedium } from "./media-file.server.ts";
import type { QuestionText } from "./question-format.ts";
import { mediaFaults } from "./question-media.ts";
import { readYaml, type YamlFile } from "./yaml-file.server.ts";

export type CourseFolder = {
  structure: CourseStructure;
  texts: Map<Language, CourseText>;
  quizzes: Record<string, Quiz>;
  /** Texts of the quizzes' questions by language and id. */
  questionTexts: Map<Language, Record<string, QuestionText>>;
  /** Pages by language and lesson. */
  lessons: Map<Language, Map<string, LessonPage[]>>;
  media: MediumFile[];
  packages: FolderPackage[];
  /** SHA-256 over every file of the folder. */
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
  const textFiles = given.map((tag) => ({ tag, ...readYaml(directory, `text/${tag}.yaml`, textFile) }));
  const faults = [...quizFiles, ...surveyFiles, ...textFiles].flatMap((file) => file.faults);
  faults.push(...sameIds(quizFiles), ...sameIds(surveyFiles));
  if (!given.includes(defaultLanguage)) faults.push(noEnglish(course));
  const isReadable = faults.length === 0;

  const lessonIds = outline.flatMap((activity) => (activity.kind === "lesson" ? [activity.lesson] : []));
  const media = filesIn(directory, "media").map((path) => readMedium(directory, path));
  faults.push(...media.filter(({ path }) => !isMedium(path)).map(({ path }) => notAMedium(path)));
  const lessons = readLessons(directory, given, lessonIds, media);
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
    if (!isLanguage(tag)) faults.push(unknownLanguage(course, tag));
  }
  faults.push(...lessonFaults(structure, quizzes, lessons.rendered));
  faults.push(...mediaFaults(quizFiles, textFiles, media));
  const { packages, faults: packageFaults } = packagesIn(directory);
  faults.push(...packageFaults, ...(await packageContentFaults(packages)));
  faults.push(...packageUseFaults(outline, course.lineOf, packages, packageUses(lessons.rendered)));
  if (faults.length > 0) return { course: null, faults: faults.sort(byPlace) };
  const written = textFiles.flatMap(({ tag, value }) => (value ? [{ tag: tag as Language, ...value }] : []));
  return {
    faults: [],
    course: {
      structure,
      texts: withDerived(
        new Map(written.map(({ tag, questions: _questions, ...text }) => [tag, text])),
        (text) => JSON.parse(toSerbianLatin(JSON.stringify(text))) as CourseText,
      ),
      quizzes,
      questionTexts: new Map(written.map(({ tag, questions }) => [tag, questions])),
      lessons: withDerived(
        new Map([...lessons.rendered].map(([tag, rendered]) => [tag, pagesOf(rendered)])),
        (byLesson) =>
          new Map(
            [...byLesson].map(([id, pages]) => [
              id,
              JSON.parse(toSerbianLatin(JSON.stringify(pages))) as LessonPage[],
            ]),
          ),
      ),
      media,
      packages,
      contentHash: folderHash(directory),
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

function readLessons(directory: string, tags: string[], lessonIds: string[], media: MediumFile[]) {
  const addressOf = (path: string) => {
    const medium = media.find((candidate) => candidate.path === path && isPicture(path));
    return medium ? mediaAddress(medium) : null;
  };
  const rendered = new Map<Language, Map<string, RenderedLesson>>();
  const faults: Fault[] = [];
  for (const tag of tags.filter(isLanguage)) {
    const { t } = i18nFor(tag);
    const ofLanguage = new Map<string, RenderedLesson>();
    for (const id of lessonIds) {
      const file = `lessons/${id}/${tag}.md`;
      if (existsSync(join(directory, file))) {
        const lesson = renderLesson(readFileSync(join(directory, file), "utf8"), file, { t, addressOf });
        faults.push(...lesson.faults);
        ofLanguage.set(id, lesson);
      } else {
        faults.push({ file, line: 1, problem: "The lesson is not translated.", remedy: "Add this file." });
      }
    }
    rendered.set(tag, ofLanguage);
  }
  return { rendered, faults };
}

/** Every language has the same pages and questions, every question exists, every fact has its source. */
function lessonFaults(
  structure: CourseStructure,
  quizzes: Record<string, Quiz>,
  rendered: Map<Language, Map<string, RenderedLesson>>,
) {
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
      const pages = lesson.pages.map((page) => page.id).join(", ");
      const expected =
        english
          ?.get(id)
          ?.pages.map((page) => page.id)
          .join(", ") ?? pages;
      if (pages !== expected) {
        faults.push({
          file,
          line: 1,
          problem: `The pages are ${pages}.`,
          remedy: `Make them ${expected}, as in English.`,
        });
      }
      const checks = lesson.checks.map(({ questionId }) => questionId).join(", ");
      const expectedChecks =
        english
          ?.get(id)
          ?.checks.map(({ questionId }) => questionId)
          .join(", ") ?? checks;
      if (checks !== expectedChecks) {
        faults.push({
          file,
          line: 1,
          problem: `The questions in it are ${checks || "none"}.`,
          remedy: `Make them ${expectedChecks || "none"}, as in English.`,
        });
      }
      const packages = lesson.packages.map(({ name }) => name).join(", ");
      const expectedPackages =
        english
          ?.get(id)
          ?.packages.map(({ name }) => name)
          .join(", ") ?? packages;
      if (packages !== expectedPackages) {
        faults.push({
          file,
          line: 1,
          problem: `The packages in it are ${packages || "none"}.`,
          remedy: `Make them ${expectedPackages || "none"}, as in English.`,
        });
      }
      for (const { questionId, line } of lesson.checks) {
        if (!questions.has(questionId)) {
          faults.push({
            file,
            line,
            problem: `There is no question "${questionId}".`,
            remedy: "Name a question of a quiz file.",
          });
        } else if (!forLessons.has(questionId)) {
          faults.push({
            file,
            line,
            problem: `"${questionId}" is a question of a test; in a lesson its answer would be given away.`,
            remedy: "Name a question of a quiz with mode: check.",
          });
        }
      }
      for (const fact of lesson.facts) {
        if (!structure.course.sources[fact]) {
          faults.push({
            file,
            line: 1,
            problem: `The fact ${fact} has no source.`,
            remedy: "Add it to sources in course.yaml.",
          });
        }
      }
    }
  }
  return faults;
}

function packageUses(rendered: Map<Language, Map<string, RenderedLesson>>): PackageUse[] {
  return [...rendered].flatMap(([tag, lessons]) =>
    [...lessons].flatMap(([id, { packages }]) =>
      packages.map((use) => ({ ...use, file: `lessons/${id}/${tag}.md` })),
    ),
  );
}

function pagesOf(rendered: Map<string, RenderedLesson>) {
  return new Map([...rendered].map(([id, { pages }]) => [id, pages]));
}

/** Adds the languages that are not written but transliterated. */
function withDerived<T>(given: Map<Language, T>, derive: (value: T) => T): Map<Language, T> {
  for (const { tag, derivedFrom } of languages) {
    const source = derivedFrom && given.get(derivedFrom);
    if (source && !given.has(tag)) given.set(tag, derive(source));
  }
  return given;
}

function notAMedium(file: string): Fault {
  return {
    file,
    line: 1,
    problem: "Browsers do not show this.",
    remedy:
      "Keep only pictures (SVG, PNG, JPEG, WebP), sounds (MP3, M4A, Ogg, WAV) and films (MP4, WebM) in media/.",
  };
}

/** Every other language falls back to it. */
function noEnglish(course: YamlFile<unknown>): Fault {
  return {
    file: course.file,
    line: course.lineOf("languages"),
    problem: `The language "${defaultLanguage}" is missing, to which the others fall back.`,
    remedy: "Add it to languages, with its texts and lessons.",
  };
}

function sameIds(files: YamlFile<{ id: string }>[]): Fault[] {
  const ids = files.map(({ value }) => value?.id);
  return files.flatMap(({ file, value, lineOf }, index) =>
    value && ids.indexOf(value.id) !== index
      ? [
          {
            file,
            line: lineOf("id"),
            problem: `The id "${value.id}" stands in another file too.`,
            remedy: "Give each file its own id, the name of the file.",
          },
        ]
      : [],
  );
}

function unknownLanguage(course: YamlFile<unknown>, tag: string): Fault {
  const known = languages.filter(({ derivedFrom }) => !derivedFrom).map((language) => language.tag);
  return {
    file: course.file,
    line: course.lineOf("languages"),
    problem: `There is no language "${tag}".`,
    remedy: `Use ${known.join(" or ")}.`,
  };
}

function byId<T extends { id: string }>(files: YamlFile<T>[]): Record<string, T> {
  return Object.fromEntries(files.flatMap(({ value }) => (value ? [[value.id, value]] : [])));
}

function filesIn(directory: string, folder: string): string[] {
  const path = join(directory, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((name) => statSync(join(directory, name), { throwIfNoEntry: false })?.isFile())
    .sort();
}

/** SHA-256 over every file of the folder, their names included. */
export function folderHash(directory: string): string {
  const hash = createHash("sha256");
  for (const file of filesIn(directory, ".")) {
    hash.update(relative(".", file).split(sep).join("/")).update("\0");
    updateFromFile(hash, join(directory, file));
  }
  return hash.digest("hex");
}

/** In pieces: packages hold videos. */
function updateFromFile(hash: Hash, path: string) {
  const piece = Buffer.allocUnsafe(1024 ** 2);
  const file = openSync(path, "r");
  try {
    for (let length = readSync(file, piece); length > 0; length = readSync(file, piece)) {
      hash.update(piece.subarray(0, length));
    }
  } finally {
    closeSync(file);
  }
}

function byPlace(a: Fault, b: Fault) {
  return a.file.localeCompare(b.file) || a.line - b.line;
}
