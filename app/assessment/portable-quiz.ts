import type { Question, QuestionText, Response } from "#app/library/question-format.ts";
import type { QuizSettings } from "#app/library/quiz-format.ts";

import { type AskedQuestion, askedQuestion } from "./asked-question.ts";
import { chooseQuestions } from "./choose-questions.ts";
import { type Presentation, presentationOf } from "./presentation.ts";
import { randomFrom } from "./random.ts";

/** A question with its key, as it leaves the site; `files`: addresses by the names that the question uses. */
export type PortableQuestion = {
  key: string;
  question: Question;
  text: QuestionText;
  /** Safe HTML. */
  context: string;
  files: Record<string, string>;
  category: string;
  isRetired: false;
};

export type PortableQuiz = {
  settings: Pick<
    QuizSettings,
    | "mode"
    | "passMark"
    | "criticalMustBeRight"
    | "minimumDPrime"
    | "attempts"
    | "scoring"
    | "shuffleQuestions"
    | "shuffleOptions"
    | "feedback"
    | "draw"
  >;
  /** What it asks, or draws from. */
  questions: PortableQuestion[];
  /** A post-test asks others after it. */
  comesFirst: boolean;
  /** The quiz that it is the post-test of. */
  before: string | null;
};

export type PortableItem = PortableQuestion & { shown: Presentation };

/** What an attempt asks, as `createAttempt` chooses it: the same seed asks the same in the same order. */
export function portableItems(
  { settings, questions, comesFirst }: PortableQuiz,
  seed: number,
  askedBefore: readonly string[],
): PortableItem[] {
  const chosen = chooseQuestions(questions, settings, seed, {
    isAvoided: ({ key }) => askedBefore.includes(key),
    comesFirst,
  });
  const random = randomFrom(seed + 1);
  return chosen.map((one) => ({
    ...one,
    shown: presentationOf(one.question, random, settings.shuffleOptions),
  }));
}

/** As a page may show it. */
export function portableAsked(
  { question, text, context, files }: PortableQuestion,
  shown: Presentation,
  response: Response | null = null,
): AskedQuestion {
  return askedQuestion(question, text, shown, {
    response,
    context,
    addressOf: (name) => files[name.replace(/^media\//, "")] ?? "",
  });
}
