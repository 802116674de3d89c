import type { CourseFolder } from "./course-folder.server.ts";
import type { LessonBlock, LessonPage } from "./lesson-pages.ts";
import { isPicture, mediaAddress } from "./media-file.server.ts";
import type { Question, QuestionText } from "./question-format.ts";
import { mediaOfQuestion } from "./question-media.ts";
import { type TextPiece, textPieces } from "./reading/html-text.server.ts";

type Asked = { question: Question; text: QuestionText };

/** Questions of a course by id, in one language; where that is based on another, in that one. */
export function questionsIn(
  { quizzes, questionTexts }: CourseFolder,
  languages: readonly string[],
): Map<string, Asked> {
  const texts = languages.flatMap((tag) =>
    [...questionTexts].flatMap(([own, all]) => (own === tag ? [all] : [])),
  );
  return new Map(
    Object.values(quizzes)
      .flatMap(({ questions }) => questions)
      .flatMap((question): [string, Asked][] => {
        const text = texts.find((all) => all[question.id])?.[question.id];
        return text ? [[question.id, { question, text }]] : [];
      }),
  );
}

/** All text of a lesson's pages, those boxes included that are for other roles than the reader's. */
export function allPieces(pages: LessonPage[]): TextPiece[] {
  return pages.flatMap(({ title, blocks }) => [
    { text: title, isRunning: false },
    ...blocks.flatMap(htmlOf).flatMap(textPieces),
  ]);
}

/**
 * What one learner reads of a lesson: its pages, the longest of the boxes for roles, its questions with options and
 * explanation. Packages and notes on jurisdictions are not part of it: they have their own length.
 */
export function textRead(pages: LessonPage[], questions: Map<string, Asked>): string {
  return pages
    .flatMap(({ title, blocks }) => [title, ...blocks.map((block) => readOf(block, questions))])
    .join("\n");
}

function readOf(block: LessonBlock, questions: Map<string, Asked>): string {
  if (block.kind === "check") return stringsOf(questions.get(block.questionId)?.text).join("\n");
  const texts = htmlOf(block).map((html) =>
    textPieces(html)
      .map(({ text }) => text)
      .join("\n"),
  );
  return texts.sort((a, b) => b.length - a.length)[0] ?? "";
}

/**
 * Bytes of a lesson's content in one language as a browser gets it, uncompressed: titles and HTML of all pages, every
 * box for a role, the texts of its questions, and each file of media/ in them once. Not in it: the frame of the site,
 * packages, notes on jurisdictions, and sound, film
 * and captions in the text, which a browser gets when they are played.
 */
export function lessonBytes(
  pages: LessonPage[],
  questions: Map<string, Asked>,
  media: CourseFolder["media"],
): number {
  const blocks = pages.flatMap((page) => page.blocks);
  const html = blocks.flatMap(htmlOf);
  const asked = blocks.flatMap((block) =>
    block.kind === "check" ? (questions.get(block.questionId) ?? []) : [],
  );
  const texts = [
    ...pages.map(({ title }) => title),
    ...html,
    ...asked.flatMap(({ text }) => stringsOf(text)),
  ];
  const named = new Set(asked.flatMap(({ question, text }) => mediaOfQuestion(question, [text])));
  const used = media.filter(
    (medium) =>
      named.has(medium.path.replace(/^media\//, "")) ||
      (isPicture(medium.path) && html.some((one) => one.includes(mediaAddress(medium)))),
  );
  return sum(texts.map((text) => Buffer.byteLength(text))) + sum(used.map(({ bytes }) => bytes));
}

function htmlOf(block: LessonBlock): string[] {
  if (block.kind === "html") return [block.html];
  return block.kind === "roles" ? block.roles.map(({ html }) => html) : [];
}

/** What is only for those who grade, or said to those who chose another option, is left out. */
function stringsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    ["guidance", "optionWhy"].includes(key) ? [] : stringsOf(part),
  );
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
