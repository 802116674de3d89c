/**
 * The questions before any report, in the order in which they are asked, and what may be answered. "unknown" is an
 * answer: the plan then takes the more careful way.
 */
export const questions = {
  danger: ["yes", "no", "unknown"],
  age: ["adult", "minor", "unknown"],
  intimate: ["yes", "no"],
  made: ["real", "manipulated", "unknown"],
  places: ["social", "messenger", "search", "website", "pornSite", "threatened"],
  jurisdiction: ["al", "ba", "xk", "me", "mk", "rs", "eu", "other"],
  euLink: ["yes", "no", "unknown"],
  secured: ["yes", "no", "unknown"],
} as const;

export type Question = keyof typeof questions;

type Single<Asked extends Question> = (typeof questions)[Asked][number];

export type Place = Single<"places">;

export type Answers = { [Asked in Exclude<Question, "places">]: Single<Asked> } & { places: Place[] };

export const questionNames = Object.keys(questions) as Question[];

/** What has been chosen, or the questions that are still open. `chosen` gives the values of a question. */
export function readAnswers(
  chosen: (question: Question) => string[],
): { answers: Answers; open?: never } | { answers?: never; open: Question[] } {
  const known = questionNames.map((question) => [question, knownValues(question, chosen(question))] as const);
  const open = known.filter(([, values]) => values.length === 0).map(([question]) => question);
  if (open.length > 0) return { open };
  const answers = known.map(([question, values]) => [question, question === "places" ? values : values[0]]);
  return { answers: Object.fromEntries(answers) as Answers };
}

function knownValues(question: Question, values: string[]): string[] {
  return questions[question].filter((value) => values.includes(value));
}
