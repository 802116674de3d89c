/** The shell's own page: the frame, a place beside it, and a way out for the keyboard before and after. */
export function buildShell(text: (key: string) => string): { frame: HTMLIFrameElement; side: HTMLElement } {
  const frame = document.createElement("iframe");
  frame.id = "package";
  frame.allow = "fullscreen; autoplay";
  const side = document.createElement("nav");
  side.id = "side";
  side.hidden = true;
  side.setAttribute("aria-label", text("shellContents"));
  document.body.replaceChildren(wayOut(text), side, frame, wayOut(text));
  return { frame, side };
}

/** Out of the frame, to the page around it; in a window of its own there is nowhere to go. */
function wayOut(text: (key: string) => string): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "skip";
  button.textContent = text("shellWayOut");
  button.hidden = window.parent === window;
  button.addEventListener("click", () => {
    button.blur();
    window.parent.focus();
  });
  return button;
}
