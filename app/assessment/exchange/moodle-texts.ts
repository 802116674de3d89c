import { contentTypeOf } from "#app/library/content-types.ts";
import { attribute, childNamed, childrenNamed, type XmlElement } from "#app/library/xml-document.ts";

import { type FoundFile, isMedium } from "./media-intake.ts";
import { type HtmlNode, treeOfHtml, treeOfMarkdown, treeOfPlainText } from "./rich-text.ts";

const placeholder = "@@PLUGINFILE@@/";

/**
 * The texts of one question. Files lie beside the text that names them, so texts are numbered: two may have different
 * files of one name.
 */
export class MoodleTexts {
  private readonly areas: XmlElement[] = [];

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
        // Line ends count, and so does HTML.
        return /<\/?[a-z][^<>]*>/i.test(source)
          ? treeOfHtml(source.trim().replaceAll("\n", "<br>"))
          : treeOfPlainText(source);
      default:
        return treeOfHtml(source);
    }
  }

  /** The file that a text names; files without a text of their own (`dragbox`) are not looked for. */
  file(area: number, name: string): FoundFile | null {
    const base = name.split("/").at(-1);
    const element = childrenNamed(this.areas[area] ?? emptyElement, "file").find(
      (file) => attribute(file, "name") === base,
    );
    if (!element || !base || !isMedium(base)) return null;
    return {
      path: `${area}/${base}`,
      contentType: contentTypeOf(base),
      read: () => Promise.resolve(Buffer.from(element.text, "base64")),
    };
  }
}

const emptyElement: XmlElement = {
  name: "",
  family: "",
  namespace: "",
  attributes: new Map(),
  children: [],
  text: "",
  nodes: [],
};
