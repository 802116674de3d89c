import { i18nFor } from "#app/platform/messages.server.ts";

import { certificateStepId } from "./certificate-step.ts";
import type { CourseStructure, Quiz, TextFile } from "./course-format.ts";
import type { Fault } from "./fault.ts";
import type { Question } from "./question-format.ts";
import { questionFaults } from "./question-rules.ts";
import { questionTextFaults } from "./question-text-rules.ts";

/** For authors' tools, which speak English. */
const { t } = i18nFor("en");

type LineOf = (...path: (string | number)[]) => number;
type Quizzes = Record<string, Quiz>;
type QuizSource = { file: string; value: Quiz | null; lineOf: LineOf };

/** What is wrong with a course's structure: ids that name nothing, keys that fit no option, quizzes that cannot be drawn. */
export function courseFaults(
  structure: CourseStructure,
  folder: string,
  lineOf: LineOf,
  quizFiles: QuizSource[],
): Fault[] {
  const { course, surveys } = structure;
  const quizzes: Quizzes = Object.fromEntries(
    quizFiles.flatMap(({ value }) => (value ? [[value.id, value]] : [])),
  );
  const faults: Fault[] = [];
  const inCourse = (path: (string | number)[], problem: string, remedy: string) =>
    faults.push({ file: "course.yaml", line: lineOf(...path), problem, remedy });

  if (course.id !== folder) {
    inCourse(
      ["id"],
      `The id "${course.id}" is not the folder's name.`,
      `Rename one of them to the other ("${folder}").`,
    );
  }
  const ids = course.outline.map(({ id }) => id);
  course.outline.forEach((activity, index) => {
    const path = ["outline", index];
    if (ids.indexOf(activity.id) !== index) {
      inCourse(
        [...path, "id"],
        `The activity id "${activity.id}" occurs twice.`,
        "Give each activity its own id.",
      );
    }
    for (const id of activity.after) {
      if (id !== certificateStepId && !ids.includes(id)) {
        inCourse([...path, "after"], `There is no activity "${id}".`, "Name an activity of the outline.");
      }
    }
    if (activity.kind === "quiz" && !quizzes[activity.quiz]) {
      inCourse(
        [...path, "quiz"],
        `There is no quiz "${activity.quiz}".`,
        `Add quizzes/${activity.quiz}.yaml.`,
      );
    }
    if (activity.kind === "survey" && !surveys[activity.survey]) {
      inCourse(
        [...path, "survey"],
        `There is no survey "${activity.survey}".`,
        `Add surveys/${activity.survey}.yaml.`,
      );
    }
  });
  for (const id of idsInCircle(course.outline)) {
    inCourse(
      ["outline", ids.indexOf(id), "after"],
      `"${id}" waits for itself.`,
      "Break the circle of after.",
    );
  }
  for (const quiz of quizFiles) faults.push(...quizFaults(structure, quizzes, quiz));
  return faults;
}

function idsInCircle(outline: CourseStructure["course"]["outline"]): string[] {
  const after = new Map(outline.map((activity) => [activity.id, activity.after]));
  const reaches = (from: string, target: string, seen: Set<string>): boolean =>
    (after.get(from) ?? []).some((id) => {
      if (id === target) return true;
      if (seen.has(id)) return false;
      seen.add(id);
      return reaches(id, target, seen);
    });
  return outline.map(({ id }) => id).filter((id) => reaches(id, id, new Set()));
}

function quizFaults(
  structure: CourseStructure,
  quizzes: Quizzes,
  { file, value: quiz, lineOf }: QuizSource,
): Fault[] {
  if (!quiz) return [];
  const faults: Fault[] = [];
  const add = (path: (string | number)[], problem: string, remedy: string) =>
    faults.push({ file, line: lineOf(...path), problem, remedy });
  const lessonIds = structure.course.outline.flatMap(({ id, kind }) => (kind === "lesson" ? [id] : []));
  const all = Object.values(quizzes).flatMap(({ questions }) => questions.map(({ id }) => id));
  quiz.questions.forEach((question, index) => {
    const path = ["questions", index];
    if (all.filter((id) => id === question.id).length > 1) {
      add(
        [...path, "id"],
        `The question id "${question.id}" occurs twice.`,
        "Give each question of the course its own id.",
      );
    }
    if (!question.lesson || !lessonIds.includes(question.lesson)) {
      add(
        [...path, "lesson"],
        `There is no lesson "${question.lesson ?? ""}".`,
        "Name a lesson activity of the outline.",
      );
    }
    for (const fact of question.facts) {
      if (!structure.course.sources[fact]) {
        add([...path, "facts"], `The fact ${fact} has no source.`, "Add it to sources in course.yaml.");
      }
    }
    for (const { path: place, key, values } of questionFaults(question)) {
      add([...path, ...place], `"${question.id}": ${t(key, values)}`, "Correct the question.");
    }
  });
  for (const problem of drawProblems(quizzes, quiz)) {
    add(["draw"], problem, "Ask for less, or add questions to the quizzes it draws from.");
  }
  if (!quiz.draw && quiz.questions.length === 0) {
    add([], "The quiz asks nothing.", "Give it questions, or a draw.");
  }
  return faults;
}

function drawProblems(quizzes: Quizzes, { draw }: Quiz): string[] {
  if (!draw) return [];
  const unknown = draw.from.filter((id) => !quizzes[id]);
  if (unknown.length > 0) return unknown.map((id) => `There is no quiz "${id}".`);
  const pool = draw.from.flatMap((id) => quizzes[id]?.questions ?? []);
  const lessons = new Set(pool.map(({ lesson }) => lesson));
  const problems: string[] = [];
  if (pool.length < draw.count)
    problems.push(`${draw.count} questions are to be drawn, but there are ${pool.length}.`);
  if (lessons.size * draw.perLesson > draw.count) {
    problems.push(`${draw.perLesson} from each of ${lessons.size} lessons are more than ${draw.count}.`);
  }
  for (const { types, count } of draw.atLeast) {
    if (pool.filter(({ type }) => types.includes(type)).length < count) {
      problems.push(`There are fewer than ${count} questions of the types ${types.join(", ")}.`);
    }
  }
  if (draw.allCritical && pool.filter(({ critical }) => critical).length > draw.count) {
    problems.push("There are more critical questions than are drawn.");
  }
  return problems;
}

/** What is missing or wrong in the texts of one language. */
export function textFaults(
  structure: CourseStructure,
  quizzes: Quizzes,
  text: TextFile,
  file: string,
  lineOf: LineOf,
): Fault[] {
  const faults: Fault[] = [];
  const add = (path: (string | number)[], problem: string, remedy = "Write it.") =>
    faults.push({ file, line: lineOf(...path), problem, remedy });
  for (const { id } of structure.course.outline) {
    if (!text.activities[id]) add(["activities"], `The activity "${id}" has no title.`);
  }
  for (const id of Object.keys(text.activities)) {
    if (!structure.course.outline.some((activity) => activity.id === id)) {
      add(["activities", id], `There is no activity "${id}".`, "Remove the text, or correct the id.");
    }
  }
  const questions = Object.values(quizzes).flatMap((quiz) => quiz.questions);
  for (const question of questions) textOfQuestionFaults(question, text, add);
  for (const id of Object.keys(text.questions)) {
    if (!questions.some((question) => question.id === id)) {
      add(["questions", id], `There is no question "${id}".`, "Remove the text, or correct the id.");
    }
  }
  for (const survey of Object.values(structure.surveys)) surveyTextFaults(survey.id, structure, text, add);
  for (const id of Object.keys(text.surveys)) {
    if (!structure.surveys[id])
      add(["surveys", id], `There is no survey "${id}".`, "Remove the text, or correct the id.");
  }
  return faults;
}

type Add = (path: (string | number)[], problem: string, remedy?: string) => void;

function textOfQuestionFaults(question: Question, text: TextFile, add: Add) {
  const given = text.questions[question.id];
  if (!given) {
    add(["questions"], `The question "${question.id}" is not translated.`);
    return;
  }
  if (!given.why) add(["questions", question.id], `"${question.id}" does not explain its answer (why).`);
  for (const { path, key, values } of questionTextFaults(question, given)) {
    add(["questions", question.id, ...path], `"${question.id}": ${t(key, values)}`, "Correct the text.");
  }
}

function surveyTextFaults(id: string, structure: CourseStructure, text: TextFile, add: Add) {
  const given = text.surveys[id];
  if (!given) return add(["surveys"], `The survey "${id}" is not translated.`);
  const survey = structure.surveys[id];
  const questionIds = (survey?.questions ?? []).map((question) => question.id);
  for (const questionId of questionIds.filter((one, index) => questionIds.indexOf(one) !== index)) {
    add(["surveys", id], `The survey asks "${questionId}" twice.`, "Give each of its questions its own id.");
  }
  for (const questionId of Object.keys(given.questions)) {
    if (!questionIds.includes(questionId)) {
      add(
        ["surveys", id, "questions", questionId],
        `There is no question "${questionId}".`,
        "Remove the text, or correct the id.",
      );
    }
  }
  for (const section of survey?.sections ?? []) {
    if (!given.sections[section.id])
      add(["surveys", id, "sections"], `The section "${section.id}" has no title.`);
    for (const questionId of section.questions) {
      if (!survey?.questions.some((question) => question.id === questionId)) {
        add(
          ["surveys", id],
          `The section "${section.id}" names an unknown question "${questionId}".`,
          "Correct surveys/.",
        );
      }
    }
  }
  for (const question of survey?.questions ?? []) {
    const written = given.questions[question.id];
    if (!written) add(["surveys", id, "questions"], `The question "${question.id}" is not translated.`);
    if ("scale" in question && given.scales[question.scale]?.length !== 5) {
      add(["surveys", id, "scales"], `The scale "${question.scale}" needs five words.`);
    }
    if (question.type === "choice") {
      for (const option of question.options) {
        if (written && !written.options?.[option]) {
          add(
            ["surveys", id, "questions", question.id],
            `"${question.id}" lacks the text of option "${option}".`,
          );
        }
      }
    }
  }
}
