import { contentTypeOf } from "#app/library/content-types.ts";
import { attribute, childNamed, childrenNamed, type XmlElement } from "#app/library/xml-document.ts";

import { type FoundFile, isMedium } from "./media-intake.ts";
import type { HtmlNode } from "#app/platform/html-tree.ts";
import { treeOfHtml, treeOfLooseText, treeOfMarkdown, treeOfPlainText } from "./rich-text.ts";

const placeholder = "@@PLUGINFILE@@/";

/** The file of a text by its name. */
export type TextFiles = (text: XmlElement, name: string) => FoundFile | null;

/**
 * The texts of one question. Each has its own files, so texts are numbered: two may have different files of one name.
 * In an exported file they lie beside the text.
 */
export class MoodleTexts {
  private readonly areas: XmlElement[] = [];
  private readonly filesOf: TextFiles;

  constructor(filesOf: TextFiles = fileBeside) {
    this.filesOf = filesOf;
  }

  /** The tree of an element with `text` and perhaps `file` children; nothing when there is none. */
  tree(element: XmlElement | undefined, change: (html: string) => string = (html) => html): HtmlNode[] {
    const text = element && childNamed(element, "text")?.text;
    if (!element || !text?.trim()) return [];
    const area = this.areas.push(element) - 1;
    const source = change(text).replaceAll(placeholder, `${placeholder}${area}/`);
    switch (attribute(element, "format")) {
      case "plain_text":
        return treeOfPlainText(source);
      case "markdown":
        return treeOfMarkdown(source);
      case "moodle_auto_format":
        return treeOfLooseText(source);
      default:
        return treeOfHtml(source);
    }
  }

  /** The file that a text names; files without a text of their own (`dragbox`) are not looked for. */
  file(area: number, name: string): FoundFile | null {
    const text = this.areas[area];
    const found = text ? this.filesOf(text, name) : null;
    return found && isMedium(name) ? { ...found, path: `${area}/${found.path}` } : null;
  }
}

function fileBeside(text: XmlElement, name: string): FoundFile | null {
  const base = name.split("/").at(-1) ?? "";
  const element = childrenNamed(text, "file").find((file) => attribute(file, "name") === base);
  if (!element) return null;
  return {
    path: base,
    contentType: contentTypeOf(base),
    read: () => Promise.resolve(Buffer.from(element.text, "base64")),
  };
}
