import type { QuestionOf, Response } from "#app/library/question-format.ts";
import type { Fields } from "#app/platform/form-fields.ts";

import { nameOfChoice, wayOf } from "../grading/branching.ts";
import type { Presentation } from "../presentation.ts";
import { answered, mistake, type ReadAnswer, textIn } from "./fields.ts";

type Branching = QuestionOf<"branching">;

/**
 * Reads a way through the steps: `way[]` are the places of the choices made so far, `answer` the place of the next one,
 * sent by the button that makes it. A choice shows its consequence, so it stands: a form that does not go on from what
 * is stored (`before`) changes nothing.
 */
export function readWay(
  question: Branching,
  shown: Presentation,
  fields: Fields,
  before: Response | null,
): ReadAnswer {
  const way = fields.way;
  const places = [
    ...(Array.isArray(way) ? way : way ? [way] : []),
    ...(fields.answer ? [textIn(fields.answer)] : []),
  ];
  const stored = Array.isArray(before) ? before : [];
  const names = namesAt(question, shown, places);
  if (!names || !stored.every((name, index) => name === names[index])) {
    return stored.length > 0 ? answered(stored) : mistake("answer", "quiz.chooseOne");
  }
  return names.length === 0 ? mistake("answer", "quiz.chooseOne") : answered(names);
}

export function fieldsOfWay(question: Branching, shown: Presentation, response: Response): Fields {
  return {
    way: wayOf(question, response).taken.map(({ step, choice }) =>
      String(choicesShown(shown, step).indexOf(choice.id)),
    ),
  };
}

/** Choices of a step in the order shown. */
export function choicesShown(shown: Presentation, step: Branching["steps"][number]): string[] {
  return shown.inner?.[step.id] ?? step.choices.map(({ id }) => id);
}

function namesAt(question: Branching, shown: Presentation, places: string[]): string[] | null {
  const names: string[] = [];
  for (const place of places) {
    const step = wayOf(question, names).next;
    const choice = step && /^\d+$/.test(place) ? choicesShown(shown, step)[Number(place)] : undefined;
    if (!step || choice === undefined) return null;
    names.push(nameOfChoice({ step, choice: { id: choice } }));
  }
  return names;
}
