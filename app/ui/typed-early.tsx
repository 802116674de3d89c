import { type ReactNode, useLayoutEffect } from "react";

type Area = HTMLTextAreaElement;

const typed = new Map<Area, string>();
const fileFields = new Map<string, { page: string; field: HTMLInputElement }>();

/**
 * Notes what is in the text areas of the server's page, and its file fields: React writes the areas' first text over
 * what somebody has written while the scripts were on their way, and nobody was told of her file. To be called before
 * React takes the page over, whose root is then in `TypedEarly`.
 */
export function noteTyped() {
  for (const area of document.querySelectorAll("textarea")) noteArea(area);
  addEventListener("input", note, true);
  for (const field of document.querySelectorAll<HTMLInputElement>("[type=file]")) {
    fileFields.set(field.id, { page: location.pathname, field });
  }
}

function note({ target }: Event) {
  noteArea(target);
}

function noteArea(area: EventTarget | null) {
  if (area instanceof HTMLTextAreaElement) typed.set(area, area.value);
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

/**
 * Tells what is chosen in the field of this id that came with the server's page, at once what is in it already. React
 * may have put another field in its place; the window for files, which was opened before, still belongs to the first.
 * Returns how to stop.
 */
export function onChosenEarly(id: string, take: (files: File[]) => void): () => void {
  const early = fileFields.get(id);
  fileFields.delete(id);
  if (early?.page !== location.pathname) return () => {};
  const { field } = early;
  const tell = () => take([...(field.files ?? [])]);
  tell();
  field.addEventListener("change", tell);
  return () => field.removeEventListener("change", tell);
}
