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

/** Moves the reader to what has appeared. */
export function goTo(place: HTMLElement): void {
  place.tabIndex = -1;
  place.focus();
}
