import type { QuestionOf, Response } from "#app/library/question-format.ts";
import type { Fields } from "#app/platform/form-fields.ts";

import { readNumber } from "../grading/number-answer.ts";
import { longestTypedAnswer } from "../grading/typed-answer.ts";
import type { Presentation } from "../presentation.ts";
import { answered, mistake, partsAt, type ReadAnswer, textIn } from "./fields.ts";

/**
 * Reads one field a gap: `gap-<place in the structure>` holds the place of an option, or what was typed. Where each gap
 * counts on its own, the others may stay open.
 */
export function readBlanks(
  { gaps, scoring }: QuestionOf<"blanks">,
  shown: Presentation,
  fields: Fields,
): ReadAnswer {
  const answers: Record<string, string> = {};
  for (const [place, gap] of gaps.entries()) {
    const name = `gap-${place}`;
    const text = textIn(fields[name]).trim();
    if (text.length > longestTypedAnswer) return mistake(name, "quiz.tooLong");
    const answer = gap.kind === "choice" ? partsAt(shown.inner?.[gap.id] ?? gap.options, text)[0] : text;
    if (gap.kind === "number" && text !== "" && readNumber(text) === null) {
      return mistake(name, "quiz.writeNumber");
    }
    if (answer) answers[gap.id] = answer;
    else if (scoring === "all") return mistake(name, "quiz.writeAnswer");
  }
  return Object.keys(answers).length === 0 ? mistake("gap-0", "quiz.writeAnswer") : answered(answers);
}

export function fieldsOfBlanks(
  { gaps }: QuestionOf<"blanks">,
  shown: Presentation,
  response: Response,
): Fields {
  const answers = response as Record<string, string>;
  return Object.fromEntries(
    gaps.flatMap((gap, place) => {
      const answer = answers[gap.id];
      if (answer === undefined) return [];
      const options = gap.kind === "choice" ? (shown.inner?.[gap.id] ?? gap.options) : null;
      return [[`gap-${place}`, options ? String(options.indexOf(answer)) : answer]];
    }),
  );
}
