import type { QuizState } from "./course-state.ts";

/**
 * What the contents page and the page in its frame tell each other. By message, because pages that are opened as files
 * may not look into each other.
 */
export type FromPage =
  | { course: "opened"; file: string }
  | { course: "read"; activity: string; page: string }
  | { course: "quiz"; activity: string; state: QuizState }
  | { course: "contents" };

export type ToPage = {
  course: "state";
  quiz: QuizState | null;
  /** Keys that the pre-test asked. */
  askedBefore: string[];
  /** Titles of what has to be done first. */
  missing: string[];
};

/** Files have no origin to name. */
const anywhere = "*";

export function tellContents(message: FromPage): void {
  window.parent.postMessage(message, anywhere);
}

export function tellPage(page: Window, message: ToPage): void {
  page.postMessage(message, anywhere);
}

export function isFramed(): boolean {
  return window.parent !== window;
}
