import type { Question, QuestionText } from "#app/library/question-format.ts";
import type { MessageKey, MessageValues } from "#app/platform/i18n.tsx";

/** Words of reading and writing question banks in files: what a file held, what is left out and why. */

export const exchangeFormats = [
  "own",
  "moodle-xml",
  "gift",
  "qti-1.2",
  "qti-2.1",
  "qti-2.2",
  "qti-3.0",
  "aiken",
  "table",
  "curriculum",
] as const;
export type ExchangeFormat = (typeof exchangeFormats)[number];

/** A translated sentence. */
export type Sentence = { key: MessageKey; values: MessageValues };

/** A file of a question, by the name that its text and structure call it. */
export type MediaFile = { name: string; contentType: string; read: () => Promise<Buffer> };

/** A question as it would be saved. `structure.id` is its key; `category` is a path such as "Consent/Images" or "". */
export type ExchangeQuestion = {
  /** What the file calls it: for people. */
  name: string;
  category: string;
  structure: Question;
  /** By language. */
  texts: Record<string, QuestionText>;
  media: MediaFile[];
  isRetired: boolean;
};

export type ReadQuestion = ExchangeQuestion & {
  /** What is not as it was in the file. */
  notes: Sentence[];
};

export type LeftOut = { name: string; reason: Sentence };

export type ReadQuestions = {
  format: ExchangeFormat;
  /** Paths, also of categories without a question. */
  categories: string[];
  questions: ReadQuestion[];
  leftOut: LeftOut[];
  /** Of the file as a whole. */
  notes: Sentence[];
};

/** How a foreign file is read: it does not say its language, and lacks some words that our form needs in it. */
export type ReadSettings = {
  language: string;
  /** Of an essay or a file: what is graded, and three levels from the worst. */
  rubric: { title: string; levels: [string, string, string] };
  /** Asks to fill in gaps, when nothing else does. */
  fillIn: string;
};

export function sentence(key: MessageKey, values: MessageValues = {}): Sentence {
  return { key, values };
}
