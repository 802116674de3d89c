import { onLink } from "./dom.ts";

/** Leaves at once: nothing is seen any more before another page is there, and it takes the place of this one. */
export function runExits(): void {
  onLink("[data-exit]", (link, event) => {
    event.preventDefault();
    document.documentElement.classList.add("away");
    try {
      (window.top ?? window).location.replace(link.href);
    } catch {
      // A platform that holds its frames fast: at least this one goes.
      window.location.replace(link.href);
    }
  });
}
