import { type ReactNode, useLayoutEffect } from "react";

type Area = HTMLTextAreaElement;

const typed = new Map<Area, string>();

/**
 * Notes what is in the text areas of the server's page: React writes their first text over what somebody has written
 * while the scripts were on their way. To be called before React takes the page over, whose root is then in `TypedEarly`.
 */
export function noteTyped() {
  for (const area of document.querySelectorAll("textarea")) {
    if (area.value !== area.defaultValue) typed.set(area, area.value);
  }
  addEventListener("input", note, true);
}

function note({ target }: Event) {
  if (target instanceof HTMLTextAreaElement) typed.set(target, target.value);
}

/** Puts back what was noted before any effect looks at it, and says so to whoever listens to the area. */
export function TypedEarly({ children }: { children: ReactNode }) {
  useLayoutEffect(() => {
    removeEventListener("input", note, true);
    for (const [area, text] of typed) {
      if (area.value === text) continue;
      area.value = text;
      area.dispatchEvent(new Event("input", { bubbles: true }));
    }
    typed.clear();
  }, []);
  return children;
}
