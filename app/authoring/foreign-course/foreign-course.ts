import type { ReadQuestion, Sentence } from "#app/assessment/exchange/exchange.ts";
import type { HtmlNode } from "#app/platform/html-tree.ts";
import type { SourceFile } from "#app/library/package-source.ts";
import type { QuizSettings } from "#app/library/quiz-format.ts";

/** A course of another platform, as it is read before it takes our form, and what becomes of its parts. */

export const foreignKinds = ["common-cartridge", "moodle-backup"] as const;
export type ForeignKind = (typeof foreignKinds)[number];

export type PartKind =
  | "module"
  | "page"
  | "link"
  | "quiz"
  | "questionBank"
  | "question"
  | "package"
  | "file"
  | "discussion"
  | "tool"
  | "assignment"
  | "settings"
  | "other";

/** Something that the source holds. `id` is unlike that of every other part. */
export type SourcePart = { id: string; name: string; kind: PartKind };
export type ImportedPart = SourcePart & { notes: Sentence[] };
export type LeftOutPart = SourcePart & { reason: Sentence };

/** What an address in a text means: a file of the source, or another of its parts. */
export type Target =
  | { kind: "file"; partId: string; file: SourceFile }
  | { kind: "piece"; partId: string }
  | { kind: "data"; file: SourceFile };

export type Resolve = (address: string) => Target | null;

/** A text, and what its addresses mean. */
export type ForeignText = { nodes: HtmlNode[]; resolve: Resolve };

/** A part that becomes something that learners see, in the order in which they see it. */
export type Piece =
  | {
      kind: "text";
      part: SourcePart;
      /** Only when it is needed: the trees of all texts would not fit into memory. */
      text: () => ForeignText;
      /** It stands between others and has no page of its own. */
      isLoose: boolean;
    }
  | { kind: "picture"; part: SourcePart; target: Target; alt: string }
  | {
      kind: "quiz";
      part: SourcePart;
      summary: string;
      settings: Partial<QuizSettings> & Pick<QuizSettings, "mode">;
      questions: ReadPart[];
      notes: Sentence[];
    }
  | {
      /** `file`: one to download. */
      kind: "package" | "file";
      part: SourcePart;
      summary: string;
      file: SourceFile;
      fileName: string;
      filePartId?: string;
    };

/** A question of the source that could be read. */
export type ReadPart = { part: SourcePart; question: ReadQuestion };

export type CourseModule = { part: SourcePart | null; title: string; pieces: Piece[] };

/** Questions that no quiz of the course asks. */
export type QuestionBank = { part: SourcePart; questions: ReadPart[] };

export type ReadCourse = {
  kind: ForeignKind;
  /** Of the standard, or of the platform that wrote it. */
  version: string;
  title: string;
  summary: string;
  /** As the source gives it. */
  language: string | null;
  modules: CourseModule[];
  banks: QuestionBank[];
};

/** What we call something that has no name in the source: the course, what stands in none of its modules, a section. */
export type GivenTitles = { title: string; further: string; section: (number: number) => string };
