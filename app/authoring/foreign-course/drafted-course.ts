import type { Piece } from "./foreign-course.ts";
import { piecesOfALesson } from "./foreign-limits.ts";
import type { LessonPiece } from "./lesson-draft.ts";
import type { DraftedQuestion } from "./quiz-draft.ts";

type QuizPiece = Extract<Piece, { kind: "quiz" }>;
type FilePiece = Extract<Piece, { kind: "package" | "file" }>;

/** An activity of the new course. A quiz outside the outline holds questions of the course's bank. */
export type DraftedActivity = { id: string; title: string; summary: string } & (
  | { kind: "lesson"; markdown: string; pages: number; minutes: number }
  | { kind: "quiz"; settings: QuizPiece["settings"]; questions: DraftedQuestion[]; isInOutline: boolean }
  | { kind: "package" }
  /** `path` in the course's folder. */
  | { kind: "file"; path: string }
);

/** What was made, as a trainer reads it; `bank`: questions that no quiz asks. */
export type MadeActivity = { title: string } & (
  | { kind: "lesson"; pages: number }
  | { kind: "quiz" | "bank"; questions: number }
  | { kind: "package" | "file" }
);

/** What of a module becomes one activity: pages that follow one another, a quiz, a package or a file. */
export type Run = { pieces: LessonPiece[] } | QuizPiece | FilePiece;

export function runsOf(pieces: Piece[]): Run[] {
  const runs: Run[] = [];
  for (const piece of pieces) {
    const last = runs.at(-1);
    if (piece.kind !== "text" && piece.kind !== "picture") runs.push(piece);
    else if (last && "pieces" in last && !isFull(last.pieces, piece)) last.pieces.push(piece);
    else runs.push({ pieces: [piece] });
  }
  return runs;
}

function isFull(pieces: LessonPiece[], next: LessonPiece): boolean {
  return hasOwnPage(next) && pieces.filter(hasOwnPage).length >= piecesOfALesson;
}

export function hasOwnPage(piece: LessonPiece): boolean {
  return piece.kind === "picture" || !piece.isLoose;
}
