import { question, type Question, type QuestionText } from "#app/library/question-format.ts";
import type { I18n } from "#app/platform/i18n.tsx";

import { type AnswerLimits, defaultLimits, type AnswerWay } from "./assignment-form.ts";

/** What a new assignment begins with; its trainers change it with the editor of questions. */

const criterion = "c1";
const rubric = [{ id: criterion, levels: [0, 1, 2] }];

/** The questions of an assignment: a text, a file, or both, each for these points and graded by a rubric. */
export function assignmentQuestions(
  way: AnswerWay,
  { points, maxCharacters, accept, maxMegabytes }: AnswerLimits = defaultLimits,
): Question[] {
  const common = { id: "new", points, rubric };
  const text = () => question.parse({ ...common, type: "essay", maxCharacters });
  const file = () => question.parse({ ...common, type: "file", accept, maxMegabytes });
  if (way === "both") return [text(), file()];
  return [way === "text" ? text() : file()];
}

/** What one of these says in a language. Of a text and a file, the text says what is to be done. */
export function assignmentText(t: I18n["t"], task: string, isFirst: boolean): QuestionText {
  return {
    q: isFirst ? task : t("outline.assignmentFile"),
    why: "",
    rubric: {
      [criterion]: {
        title: t("outline.assignmentCriterion"),
        levels: [t("outline.assignmentLevel0"), t("outline.assignmentLevel1"), t("outline.assignmentLevel2")],
      },
    },
  };
}
