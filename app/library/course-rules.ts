import { certificateStepId } from "./certificate-step.ts";
import type { Activity, CourseStructure, Quiz, TextFile } from "./course-format.ts";
import { neverOpenDays } from "./day-rules.ts";
import type { Fault, FaultSentence, Report } from "./fault.ts";
import { microPathFaults } from "./micro-path-rules.ts";
import { type NeverOpening, neverOpening } from "./never-opening.ts";
import { sectionsIn, splitSections } from "./outline-sections.ts";
import type { Question } from "./question-format.ts";
import { quizOf } from "./quiz-activity.ts";
import { type QuestionFault, questionFaults } from "./question-rules.ts";
import { questionTextFaults } from "./question-text-rules.ts";

type Path = (string | number)[];
type LineOf = (...path: Path) => number;
const neverOpeningKeys = {
  itself: "faults.waitsForItself",
  circle: "faults.waitsForItself",
  requiredAfterCertificate: "faults.neverOpens",
  certificateInCircle: "faults.neverOpens",
  hidden: "faults.waitsForHidden",
  noCertificate: "faults.waitsForNoCertificate",
} satisfies Record<NeverOpening["reason"], FaultSentence["key"]>;

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
  const inCourse: Report<Path> = (path, key, values = {}) =>
    faults.push({ file: "course.yaml", line: lineOf(...path), key, values });

  if (course.id !== folder) inCourse(["id"], "faults.idNotFolder", { id: course.id, folder });
  const ids = course.outline.map(({ id }) => id);
  course.outline.forEach((activity, index) => {
    const path = ["outline", index];
    if (ids.indexOf(activity.id) !== index) {
      inCourse([...path, "id"], "faults.activityTwice", { id: activity.id });
    }
    for (const id of activity.after) {
      if (id !== certificateStepId && !ids.includes(id)) {
        inCourse([...path, "after"], "faults.activityUnknown", { id });
      }
    }
    const asked = quizOf(activity);
    if (asked !== null && !quizzes[asked]) {
      inCourse([...path, activity.kind], "faults.quizUnknown", { id: asked });
    }
    for (const key of assignmentFaults(activity, quizzes)) {
      inCourse([...path, activity.kind], key, { id: asked ?? activity.id });
    }
    if (activity.kind === "survey" && !surveys[activity.survey]) {
      inCourse([...path, "survey"], "faults.surveyUnknown", { id: activity.survey });
    }
  });
  for (const { reason, ...values } of neverOpening(course.outline)) {
    inCourse(["outline", ids.indexOf(values.id), "after"], neverOpeningKeys[reason], values);
  }
  for (const id of splitSections(course.outline)) {
    const index = course.outline.findLastIndex(({ section }) => section === id);
    inCourse(["outline", index, "section"], "faults.sectionSplit", { id });
  }
  for (const { id, key, values } of neverOpenDays(course.outline)) {
    inCourse(["outline", ids.indexOf(id), "availableUntil"], key, values);
  }
  for (const { path, key, values } of microPathFaults(course)) inCourse(path, key, values);
  for (const quiz of quizFiles) faults.push(...quizFaults(structure, quizzes, quiz));
  return faults;
}

/** An assignment and a quiz name each their own kind of file, and what has to be passed can be failed. */
function assignmentFaults(activity: Activity, quizzes: Quizzes): FaultSentence["key"][] {
  const quiz = quizzes[quizOf(activity) ?? ""];
  if (!quiz) return [];
  if (activity.kind !== "assignment") return quiz.mode === "assignment" ? ["faults.assignmentAsQuiz"] : [];
  if (quiz.mode !== "assignment") return ["faults.quizAsAssignment"];
  return activity.complete === "passed" && quiz.passMark === 0 ? ["faults.assignmentNothingToPass"] : [];
}

function quizFaults(
  structure: CourseStructure,
  quizzes: Quizzes,
  { file, value: quiz, lineOf }: QuizSource,
): Fault[] {
  if (!quiz) return [];
  const faults: Fault[] = [];
  const add: Report<Path> = (path, key, values = {}) =>
    faults.push({ file, line: lineOf(...path), key, values });
  const lessonIds = structure.course.outline.flatMap(({ id, kind }) => (kind === "lesson" ? [id] : []));
  const all = Object.values(quizzes).flatMap(({ questions }) => questions.map(({ id }) => id));
  quiz.questions.forEach((question, index) => {
    const path = ["questions", index];
    if (all.filter((id) => id === question.id).length > 1) {
      add([...path, "id"], "faults.questionTwice", { id: question.id });
    }
    if (question.lesson !== undefined && !lessonIds.includes(question.lesson)) {
      add([...path, "lesson"], "faults.lessonUnknown", { id: question.lesson });
    }
    for (const fact of question.facts) {
      if (!structure.course.sources[fact]) {
        add([...path, "facts"], "faults.factUnsourced", { fact });
      }
    }
    for (const { path: place, key, values } of questionFaults(question)) {
      faults.push({ file, line: lineOf(...path, ...place), key, values, question: question.id });
    }
  });
  for (const { key, values } of drawFaults(quizzes, quiz)) add(["draw"], key, values);
  if (quiz.mode === "assignment" && !isTask(quiz)) add([], "faults.assignmentQuestions");
  const before = quiz.postTestOf === undefined ? undefined : quizzes[quiz.postTestOf];
  if (quiz.postTestOf !== undefined && (!before || before.postTestOf !== undefined || before === quiz)) {
    add(["postTestOf"], "faults.preTestUnknown", { id: quiz.postTestOf });
  }
  // A post-test without questions asks by the blueprint of its pre-test.
  if (!quiz.draw && quiz.questions.length === 0 && !before) {
    add([], "faults.quizEmpty");
  }
  return faults;
}

/** One text, one file, or one of each: what fits on the page of an assignment. */
function isTask({ questions, draw }: Quiz): boolean {
  const types = questions.map(({ type }) => type);
  const isOnce = (type: Question["type"]) => types.filter((one) => one === type).length <= 1;
  const isGraded = types.every((type) => type === "essay" || type === "file");
  return !draw && types.length > 0 && isGraded && isOnce("essay") && isOnce("file");
}

function drawFaults(quizzes: Quizzes, { draw }: Quiz): FaultSentence[] {
  if (!draw) return [];
  const unknown = draw.from.filter((id) => !quizzes[id]);
  if (unknown.length > 0) return unknown.map((id) => ({ key: "faults.quizUnknown", values: { id } }));
  const pool = draw.from.flatMap((id) => quizzes[id]?.questions ?? []);
  const lessons = new Set(pool.map(({ lesson }) => lesson));
  const { count, perLesson } = draw;
  const faults: FaultSentence[] = [];
  const add = (key: FaultSentence["key"], values: FaultSentence["values"] = {}) =>
    faults.push({ key, values });
  if (pool.length < count) add("faults.drawTooMany", { count, available: pool.length });
  if (lessons.size * perLesson > count) {
    add("faults.drawPerLesson", { perLesson, lessons: lessons.size, count });
  }
  for (const { types, count: least } of draw.atLeast) {
    if (pool.filter(({ type }) => types.includes(type)).length < least) {
      add("faults.drawTypes", { count: least, types: types.join(", ") });
    }
  }
  if (draw.allCritical && pool.filter(({ critical }) => critical).length > count) {
    add("faults.drawCritical");
  }
  return faults;
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
  const add: Report<Path> = (path, key, values = {}) =>
    faults.push({ file, line: lineOf(...path), key, values });
  for (const { id } of structure.course.outline) {
    if (!text.activities[id]) add(["activities"], "faults.activityUntitled", { id });
  }
  for (const id of Object.keys(text.activities)) {
    if (!structure.course.outline.some((activity) => activity.id === id)) {
      add(["activities", id], "faults.activityUnknown", { id });
    }
  }
  sectionTextFaults(structure, text, add);
  const questions = Object.values(quizzes).flatMap((quiz) => quiz.questions);
  // Whoever grades an assignment explains it to each learner.
  const explained = Object.values(quizzes).flatMap(({ mode, questions: own }) =>
    mode === "assignment" ? own : [],
  );
  for (const question of questions) {
    textOfQuestionFaults(question, text, add, explained.includes(question));
    for (const { path, key, values } of wordFaults(question, text)) {
      const line = lineOf("questions", question.id, ...path);
      faults.push({ file, line, key, values, question: question.id });
    }
  }
  for (const id of Object.keys(text.questions)) {
    if (!questions.some((question) => question.id === id)) {
      add(["questions", id], "faults.questionUnknown", { id });
    }
  }
  text.review.forEach(({ where }, index) => {
    for (const place of where.filter((name) => !isPlace(structure, questions, name))) {
      add(["review", index, "where"], "faults.reviewPlaceUnknown", { place });
    }
  });
  for (const survey of Object.values(structure.surveys)) surveyTextFaults(survey.id, structure, text, add);
  for (const id of Object.keys(text.surveys)) {
    if (!structure.surveys[id]) add(["surveys", id], "faults.surveyUnknown", { id });
  }
  return faults;
}

function sectionTextFaults({ course }: CourseStructure, { sections = {} }: TextFile, add: Report<Path>) {
  const used = sectionsIn(course.outline);
  for (const id of used.filter((one) => !sections[one])) {
    add(["activities"], "faults.sectionUntitled", { id });
  }
  for (const id of Object.keys(sections).filter((one) => !used.includes(one))) {
    add(["sections", id], "faults.sectionUnknown", { id });
  }
}

function isPlace({ lessons, surveys }: CourseStructure, questions: Question[], name: string): boolean {
  const [lesson = "", page] = name.split("/");
  const pages = lessons[lesson]?.pages;
  if (pages) return page === undefined || pages.includes(page);
  const ids = [...questions, ...Object.values(surveys).flatMap((survey) => survey.questions)];
  return ids.some(({ id }) => id === name);
}

function textOfQuestionFaults({ id }: Question, text: TextFile, add: Report<Path>, isExplained: boolean) {
  const given = text.questions[id];
  if (!given) add(["questions"], "faults.questionUntranslated", { id });
  else if (!given.why && !isExplained) add(["questions", id], "faults.whyMissing", { id });
}

function wordFaults(question: Question, { questions }: TextFile): QuestionFault[] {
  const given = questions[question.id];
  return given ? questionTextFaults(question, given) : [];
}

function surveyTextFaults(id: string, structure: CourseStructure, text: TextFile, add: Report<Path>) {
  const given = text.surveys[id];
  if (!given) return add(["surveys"], "faults.surveyUntranslated", { id });
  const survey = structure.surveys[id];
  const questionIds = (survey?.questions ?? []).map((question) => question.id);
  for (const questionId of questionIds.filter((one, index) => questionIds.indexOf(one) !== index)) {
    add(["surveys", id], "faults.surveyAsksTwice", { id: questionId });
  }
  for (const questionId of Object.keys(given.questions)) {
    if (!questionIds.includes(questionId)) {
      add(["surveys", id, "questions", questionId], "faults.questionUnknown", { id: questionId });
    }
  }
  for (const section of survey?.sections ?? []) {
    if (!given.sections[section.id]) {
      add(["surveys", id, "sections"], "faults.sectionUntitled", { id: section.id });
    }
    for (const questionId of section.questions) {
      if (!survey?.questions.some((question) => question.id === questionId)) {
        add(["surveys", id], "faults.sectionQuestionUnknown", { section: section.id, id: questionId });
      }
    }
  }
  for (const question of survey?.questions ?? []) {
    const written = given.questions[question.id];
    if (!written) add(["surveys", id, "questions"], "faults.questionUntranslated", { id: question.id });
    if ("scale" in question && given.scales[question.scale]?.length !== 5) {
      add(["surveys", id, "scales"], "faults.scaleWords", { id: question.scale });
    }
    if (question.type === "choice") {
      for (const option of question.options) {
        if (written && !written.options?.[option]) {
          add(["surveys", id, "questions", question.id], "faults.optionUntranslated", {
            id: question.id,
            option,
          });
        }
      }
    }
  }
}
