/** What a lesson can name: pictures of the draft, its facts, and the course's questions, packages and tools. */
export type LessonChoices = {
  /** `alt` is what the course says of a picture in the lesson's language; empty where it says nothing. */
  pictures: { path: string; address: string; alt: string }[];
  /** Of the draft's media, to be downloaded; called by their paths. */
  files: Choice[];
  /** Paths in media/. */
  films: string[];
  sounds: string[];
  captions: string[];
  facts: Choice[];
  /** Terms of the glossary that have a meaning in the lesson's language, by what they are called. */
  terms: Choice[];
  /** Where they are written. */
  termsPage: string;
  checks: Choice[];
  packages: Choice[];
  /** Called as readers of the lesson know them. */
  tools: Choice[];
  /** Of the notes on jurisdictions. */
  topics: Choice[];
};

export type Choice = { id: string; title: string };
