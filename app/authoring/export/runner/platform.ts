import type { Standing } from "./course-state.ts";

/** Where progress is kept: a learning platform, or the browser. */
export type Platform = {
  kind: "scorm" | "browser";
  /** Characters that it takes. */
  capacity: number;
  /** The learner only looks at it again: nothing is kept. */
  isReview: boolean;
  load: () => string;
  /** Whether it was taken. */
  save: (text: string, place: string, standing: Standing) => boolean;
  finish: () => void;
};

/** The browser's own storage; where it is refused, for as long as the page is open. */
export function browserPlatform(key: string): Platform & { forget: () => void } {
  const storage = storageOf();
  return {
    kind: "browser",
    capacity: Number.POSITIVE_INFINITY,
    isReview: false,
    load: () => storage?.getItem(key) ?? "",
    save(text) {
      try {
        storage?.setItem(key, text);
        return storage !== null;
      } catch {
        return false;
      }
    },
    finish: () => undefined,
    forget: () => storage?.removeItem(key),
  };
}

function storageOf(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
