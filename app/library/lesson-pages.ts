import type { Sector } from "#app/identity/background.ts";

import type { NoteTopic } from "./note-topics.ts";

/** What a page of a lesson is made of. `html` is safe: sanitised when the course was imported, and when it is read. */
export type LessonBlock =
  | { kind: "html"; html: string }
  | { kind: "check"; questionId: string }
  /** A package of the course to be opened in the middle of the text. */
  | { kind: "package"; name: string; title: string }
  /** What is known of the reader's jurisdiction: of one topic, or of all. */
  | { kind: "jurisdiction"; topic: NoteTopic | null }
  /** Shown scene by scene when the reader asks for it; `title` says what it shows. */
  | { kind: "animation"; title: string; scenes: Scene[] }
  | { kind: "roles"; roles: { sector: Exclude<Sector, "other">; html: string }[] };

/** A picture with its caption, which is safe HTML. */
export type Scene = {
  src: string;
  alt: string;
  size: { width: number; height: number } | null;
  html: string;
};

export type LessonPage = {
  id: string;
  title: string;
  blocks: LessonBlock[];
  /** Fact ids cited on this page, in order of their first appearance. */
  facts: string[];
};

/** The last page of every lesson; it has no blocks of its own, its list comes from the course's sources. */
export const sourcesPageId = "sources";
