import { expect, test } from "vitest";

import { assignmentQuestions } from "#app/assessment/new-assignment.server.ts";
import { activity, type CourseStructure, type Quiz, quizFile } from "#app/library/course-format.ts";
import { courseFaults } from "#app/library/course-rules.ts";

const tasks = assignmentQuestions("both").map((question) => ({ ...question, id: question.type }));
const single = { id: "s", type: "single", options: ["a", "b"], answer: "a" };

/** What is said of a course with one step and one quiz. */
function faultsOf(step: object, quiz: object): string[] {
  const value: Quiz = quizFile.parse({
    id: "task",
    mode: "assignment",
    passMark: 50,
    questions: tasks,
    ...quiz,
  });
  const outline = [activity.parse({ id: "step", minutes: 5, required: true, ...step })];
  const structure = {
    course: { id: "course", outline, sources: {} },
    surveys: {},
    lessons: {},
  } as unknown as CourseStructure;
  const source = { file: "quizzes/task.yaml", value, lineOf: () => 1 };
  return courseFaults(structure, "course", () => 1, [source]).map(({ key }) => key);
}

const step = { kind: "assignment", assignment: "task" };

test.each([
  ["what fits", step, {}, []],
  ["no pass mark where it has only to be handed in", { ...step, complete: "submitted" }, { passMark: 0 }, []],
  ["nothing to pass", step, { passMark: 0 }, ["faults.assignmentNothingToPass"]],
  ["a name that is no quiz's", { ...step, assignment: "other" }, {}, ["faults.quizUnknown"]],
  ["a test as an assignment", step, { mode: "test" }, ["faults.quizAsAssignment"]],
  ["an assignment as a quiz", { kind: "quiz", quiz: "task" }, {}, ["faults.assignmentAsQuiz"]],
  ["a question that no person grades", step, { questions: [single] }, ["faults.assignmentQuestions"]],
  [
    "two texts",
    step,
    { questions: [tasks[0], { ...tasks[0], id: "again" }] },
    ["faults.assignmentQuestions"],
  ],
])("an assignment in a course's folder: %s", (_, given, quiz, expected) => {
  expect(faultsOf(given, quiz)).toEqual(expected);
});
