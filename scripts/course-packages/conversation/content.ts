/** What content.json of a conversation says; library/semantics.json describes the same for H5P. */

/** A choice leads to another scene and is worth points. */
export type Choice = { id: string; to: string; points: number };

/** One without choices ends the conversation; the first of all begins it. */
export type Scene = { id: string; choices?: Choice[] };

export type ChoiceText = { id: string; text: string; then: string };

export type SceneText = {
  id: string;
  title: string;
  /** What somebody else says or writes. */
  says?: string;
  text?: string;
  /** The question above the choices, in place of the usual one. */
  ask?: string;
  choices?: ChoiceText[];
  /** At an end: what is worth reading once more. */
  again?: string[];
};

/** Words around the scenes, of courses/conversation/words; {n}, {points} and {max} stand for numbers. */
export const wordNames = [
  "fiction",
  "step",
  "ask",
  "chosen",
  "happens",
  "strong",
  "partly",
  "risky",
  "goOn",
  "score",
  "again",
  "way",
  "stronger",
  "strongest",
  "restart",
  "language",
] as const;

export type Words = Record<(typeof wordNames)[number], string>;

export type LanguageText = {
  /** BCP 47. */
  code: string;
  /** The language's name in itself. */
  name: string;
  words: Words;
  title: string;
  intro: string;
  scenes: SceneText[];
};

export type Conversation = {
  /** From which share of the points the conversation counts as passed. */
  passPercent: number;
  scenes: Scene[];
  languages: LanguageText[];
};
