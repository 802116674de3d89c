import type { Page } from "@playwright/test";

/** What the server is to hold: by element, question or statement. */
export type State = Record<string, string>;

/** Something a learner does on a page, with the simple model of what must be there afterwards. */
export type Subject = {
  /** Opens it in a page, going on where it was left; takes over from another window when asked. */
  open(page: Page): Promise<void>;
  /**
   * Does something new on the page. What the package was told is stored, or the page called saved or kept, must be on
   * the server in the end; the rest may be. Answers whether everything was accepted.
   */
  act(): Promise<boolean>;
  /** Waits until the page says that everything is saved. */
  saved(): Promise<void>;
  /** Waits until the page says that something is not saved yet. */
  unsaved(): Promise<void>;
  /** Waits until the page says that it can keep no more; a page that keeps nothing says so as `unsaved` does. */
  full(): Promise<void>;
  /** Waits until what is kept in the browser outlives the browser. */
  onDisk(): Promise<void>;
  /** What must be on the server after recovery: every state that the model allows. */
  expected(): State[];
  /** What is there. */
  stored(): Promise<State>;
  /** What the page shows of what is stored; what no page shows is given back as it is. */
  shown(stored: State): Promise<State>;
};
