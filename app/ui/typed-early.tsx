import { type ReactNode, useLayoutEffect } from "react";

type Area = HTMLTextAreaElement;

const typed = new Map<Area, string>();
const chosen = new Map<string, { page: string; files: File[] }>();

/**
 * Notes what is in the text areas and file fields of the server's page: React writes the areas' first text over what
 * somebody has written while the scripts were on their way, and nobody was told of her file. To be called before React
 * takes the page over, whose root is then in `TypedEarly`.
 */
export function noteTyped() {
  for (const field of document.querySelectorAll("textarea, [type=file]")) noteField(field);
  addEventListener("input", note, true);
}

function note({ target }: Event) {
  noteField(target);
}

function noteField(field: EventTarget | null) {
  if (field instanceof HTMLTextAreaElement) typed.set(field, field.value);
  if (field instanceof HTMLInputElement && field.files) {
    chosen.set(field.id, { page: location.pathname, files: [...field.files] });
  }
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

/** The files that were chosen in a field of this page before its scripts were there, once. */
export function takeChosenEarly(id: string): File[] {
  const early = chosen.get(id);
  chosen.delete(id);
  return early?.page === location.pathname ? early.files : [];
}
