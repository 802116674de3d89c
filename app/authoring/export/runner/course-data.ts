import type { PortableQuestion, PortableQuiz } from "#app/assessment/portable-quiz.ts";
import type { CourseWay } from "#app/learning/path.ts";
import type { CompiledMessages } from "#app/platform/i18n.tsx";
import type { Language } from "#app/platform/languages.ts";

export type ScormStandard = "scorm-1.2" | "scorm-2004";

/** What an exported course knows of itself in the browser: its contents page carries it as JSON. */
export type CourseData = {
  /** By what it talks to a learning platform; null: it is on its own. */
  standard: ScormStandard | null;
  /** Names the copy's progress in the browser's storage. */
  key: string;
  way: CourseWay;
  steps: DataStep[];
  /** By activity. */
  quizzes: Record<string, PortableQuiz["settings"]>;
  /** Of post-tests: the pre-test, both as activities. */
  before: Record<string, string>;
  /** The activity whose result is the course's score. */
  finalTest: string | null;
};

export type DataStep = {
  id: string;
  kind: "lesson" | "quiz" | "package" | "assignment" | "video" | "file" | "link";
  title: string;
  pages: { id: string; file: string }[];
};

/** What a page of it carries. */
export type PageData = {
  activity: string;
  page: string;
  checks: PortableQuestion[];
  quiz: PortableQuiz | null;
};

/** The words of the whole copy, in a script of their own that every page loads. */
export type CourseWords = { language: Language; messages: CompiledMessages };
