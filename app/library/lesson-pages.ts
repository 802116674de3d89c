import type { Sector } from "#app/identity/background.ts";

/** What a page of a lesson is made of. `html` is safe: it was sanitised when the course was imported. */
export type LessonBlock =
  | { kind: "html"; html: string }
  | { kind: "check"; questionId: string }
  /** A package of the course to be opened in the middle of the text. */
  | { kind: "package"; name: string; title: string }
  | { kind: "roles"; roles: { sector: Exclude<Sector, "other">; html: string }[] };

export type LessonPage = {
  id: string;
  title: string;
  blocks: LessonBlock[];
  /** Fact ids cited on this page, in order of their first appearance. */
  facts: string[];
};

/** The last page of every lesson; it has no blocks of its own, its list comes from the course's sources. */
export const sourcesPageId = "sources";
