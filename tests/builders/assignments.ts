import type { AnswerWay } from "#app/assessment/assignment-form.ts";
import { assignmentQuestions } from "#app/assessment/new-assignment.server.ts";
import type { AssignmentActivity } from "#app/library/course-format.ts";
import type { PublishedCourse } from "#app/library/published-course.server.ts";

import { courseWithQuizzes, type GivenQuiz } from "./quizzes.ts";

/** A course of its own whose only activity is the assignment "task", with the rubric that a new one begins with. */
export function courseWithAssignment({
  complete = "passed",
  way = "text",
  settings = {},
}: {
  complete?: AssignmentActivity["complete"];
  way?: AnswerWay;
  settings?: GivenQuiz["settings"];
}): Promise<PublishedCourse> {
  const questions = assignmentQuestions(way).map((question) => ({ ...question, id: question.type }));
  const given = {
    settings: { mode: "assignment" as const, shuffleQuestions: false, passMark: 0, ...settings },
    questions,
  };
  return courseWithQuizzes({ task: given }, ({ id }) => ({
    id,
    kind: "assignment",
    assignment: id,
    complete,
  }));
}
