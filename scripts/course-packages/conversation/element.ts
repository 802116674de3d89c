type Child = Node | string;

/** An element with a class of the activity, and what is in it. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className) made.className = className.replace(/(\S+)/g, "sigurna-$1");
  made.append(...children);
  return made;
}

/** Where the focus can be put, so that it is read from there. */
export function heading(level: "h2" | "h3" | "h4", text: string): HTMLElement {
  const made = element(level, "", text);
  made.tabIndex = -1;
  return made;
}

export function button(className: string, onClick: () => void, ...children: Child[]): HTMLButtonElement {
  const made = element("button", className, ...children);
  made.type = "button";
  made.addEventListener("click", onClick);
  return made;
}

/** A text with its paragraphs, one a line. */
export function paragraphs(text: string | undefined): HTMLElement[] {
  return (text ?? "")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => element("p", "", line));
}
