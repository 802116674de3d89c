import type { Node } from "prosemirror-model";
import type { NodeView } from "prosemirror-view";

import type { I18n } from "#app/platform/i18n.tsx";

import type { LessonChoices } from "../../editor/lesson-choices.ts";

export type Drawing = { t: I18n["t"]; choices: LessonChoices };

export function element(tag: string, className: string, text?: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

/** A block with others in it, and above them what it is. */
export function namedView(first: Node, tag: string, label: () => string): NodeView {
  const dom = element(tag, `lesson-block lesson-${first.type.name}`);
  if (first.attrs.name) dom.dataset.name = String(first.attrs.name);
  dom.setAttribute("aria-label", label());
  const name = element("p", "lesson-name", label());
  name.contentEditable = "false";
  name.setAttribute("aria-hidden", "true");
  const contentDOM = element("div", "lesson-content");
  dom.append(name, contentDOM);
  return {
    dom,
    contentDOM,
    update: (node) => node.sameMarkup(first),
    ignoreMutation: ({ target }) => !contentDOM.contains(target),
  };
}

/** The title of a box or of a part of an accordion. */
export function titleView(first: Node, { t }: Drawing): NodeView {
  const dom = element("p", "");
  dom.dataset.title = "";
  dom.dataset.placeholder = t("editor.boxTitle");
  const draw = (node: Node) => dom.toggleAttribute("data-empty", node.content.size === 0);
  draw(first);
  return {
    dom,
    contentDOM: dom,
    update(node) {
      if (node.type !== first.type) return false;
      draw(node);
      return true;
    },
    // Of its own attributes; what is written in it is read.
    ignoreMutation: (mutation) => mutation.type === "attributes" && mutation.target === dom,
  };
}

/** The title of a page, between its number in words and its address. */
export function pageView(first: Node, { t }: Drawing): NodeView {
  const dom = element("div", "lesson-page");
  const name = element("p", "lesson-name");
  name.contentEditable = "false";
  const contentDOM = element("h2", "");
  contentDOM.dataset.placeholder = t("editor.pageTitle");
  const draw = (node: Node) => {
    name.textContent = `${t("editor.page")} · ${String(node.attrs.id) || t("editor.withoutId")}`;
    contentDOM.toggleAttribute("data-empty", node.content.size === 0);
  };
  draw(first);
  dom.append(name, contentDOM);
  return {
    dom,
    contentDOM,
    update(node) {
      if (node.type !== first.type) return false;
      draw(node);
      return true;
    },
    ignoreMutation: ({ target }) => !contentDOM.contains(target),
  };
}
