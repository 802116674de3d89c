type Attributes = Record<string, string | number | boolean | undefined>;

/** An element with its attributes, those that are false or undefined left out, and its content. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...content: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    made.setAttribute(name, value === true ? "" : String(value));
  }
  made.append(...content);
  return made;
}

/** HTML of ours, which was sanitised when the course was imported. */
export function safeHtml(html: string): HTMLElement {
  const box = element("div", { class: "prose" });
  box.innerHTML = html;
  return box;
}

/** The JSON that a page carries. */
export function carried<Data>(id: string): Data | null {
  const text = document.getElementById(id)?.textContent;
  return text ? (JSON.parse(text) as Data) : null;
}

/** Does it when the whole document is there, at once if it is. */
export function whenParsed(work: () => void): void {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", work);
  else work();
}

/** Does it when a link that the selector finds is pressed, also one that is still to come. */
export function onLink(selector: string, work: (link: HTMLAnchorElement, event: Event) => void): void {
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>(selector);
    if (link) work(link, event);
  });
}

/** Moves the reader to what has appeared. */
export function goTo(place: HTMLElement): void {
  place.tabIndex = -1;
  place.focus();
}
