/** What a lesson can name: pictures of the draft, its facts, and the course's questions, packages and tools. */
export type LessonChoices = {
  pictures: { path: string; address: string }[];
  /** Of the draft's media, to be downloaded; called by their paths. */
  files: Choice[];
  facts: Choice[];
  checks: Choice[];
  packages: Choice[];
  /** Called as readers of the lesson know them. */
  tools: Choice[];
  /** Of the notes on jurisdictions. */
  topics: Choice[];
};

export type Choice = { id: string; title: string };
