import type { QuestionOf, QuestionText, Response } from "#app/library/question-format.ts";

import { type Taken, wayOf } from "./grading/branching.ts";
import type { Presentation } from "./presentation.ts";
import { choicesShown } from "./reading/branching.ts";

/** What was chosen so far with its consequence, and the step that comes next; null at the end. Nothing beyond. */
export type AskedWay = {
  kind: "branching";
  taken: { text: string; choice: string; consequence: string }[];
  step: { text: string; choices: string[] } | null;
};

export function askedWay(
  question: QuestionOf<"branching">,
  text: QuestionText,
  shown: Presentation,
  response: Response | null,
): AskedWay {
  const { taken, next } = wayOf(question, response);
  const step = next && text.steps?.[next.id];
  return {
    kind: "branching",
    taken: takenInWords(text, taken),
    step: next && {
      text: step?.text ?? next.id,
      choices: choicesShown(shown, next).map((id) => step?.choices[id]?.text ?? id),
    },
  };
}

/** The choices of a way with what followed from each. */
export function takenInWords(text: QuestionText, taken: Taken[]): AskedWay["taken"] {
  return taken.map(({ step, choice }) => {
    const words = text.steps?.[step.id];
    const { text: chosen = choice.id, consequence = "" } = words?.choices[choice.id] ?? {};
    return { text: words?.text ?? step.id, choice: chosen, consequence };
  });
}
